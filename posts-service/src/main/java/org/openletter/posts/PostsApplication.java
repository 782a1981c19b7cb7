package org.openletter.posts;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.cloud.openfeign.EnableFeignClients;

/// Starts posts-service. Its settings are in `posts-service.yml`.
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableFeignClients
public class PostsApplication {

  /// Starts the service with its own settings file.
  public static void main(String[] arguments) {
    new SpringApplicationBuilder(PostsApplication.class)
        .properties("spring.config.name=posts-service")
        .run(arguments);
  }
}
