package org.openletter.gateway.studio.importing;

import jakarta.servlet.MultipartConfigElement;
import org.openletter.platform.start.UploadFolder;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts files that people send where nobody else reads them and where nothing stays.
@Configuration
class UploadConfiguration {

  @Bean
  MultipartConfigElement uploads(MultipartProperties settings, UploadFolder folder) {
    settings.setLocation(folder.path().toString());
    return settings.createMultipartConfig();
  }
}
