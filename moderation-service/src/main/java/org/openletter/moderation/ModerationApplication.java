package org.openletter.moderation;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/// Starts moderation-service; its settings are in `moderation-service.yml`, because all services
/// may share one class path.
@SpringBootApplication
@ConfigurationPropertiesScan
public class ModerationApplication {

  /// Runs until it is told to stop.
  public static void main(String[] args) {
    new SpringApplicationBuilder(ModerationApplication.class)
        .properties("spring.config.name=moderation-service")
        .run(args);
  }
}
