package org.openletter.comments;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.cloud.openfeign.EnableFeignClients;

/// Starts comments-service; its settings are in `comments-service.yml`, because all services may
/// share one class path.
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableFeignClients
public class CommentsApplication {

  /// Runs until it is told to stop.
  public static void main(String[] args) {
    new SpringApplicationBuilder(CommentsApplication.class)
        .properties("spring.config.name=comments-service")
        .run(args);
  }
}
