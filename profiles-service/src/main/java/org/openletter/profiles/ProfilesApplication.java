package org.openletter.profiles;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.cloud.openfeign.EnableFeignClients;

/// Starts profiles-service; its settings are in `profiles-service.yml`, because all services may
/// share one class path.
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableFeignClients
public class ProfilesApplication {

  /// Runs until it is told to stop.
  public static void main(String[] args) {
    new SpringApplicationBuilder(ProfilesApplication.class)
        .properties("spring.config.name=profiles-service")
        .run(args);
  }
}
