package org.openletter.gateway;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.cloud.openfeign.EnableFeignClients;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/// Starts the gateway; its settings are in `gateway.yml`, because all services may share one class
/// path.
// Two features may use the same noun, each in its own sense.
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan
@EnableFeignClients
public class GatewayApplication {

  /// Runs until it is told to stop.
  public static void main(String[] args) {
    new SpringApplicationBuilder(GatewayApplication.class)
        .properties("spring.config.name=gateway")
        .run(args);
  }
}
