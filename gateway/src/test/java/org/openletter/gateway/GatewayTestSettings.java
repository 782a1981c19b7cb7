package org.openletter.gateway;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openletter.platform.test.Neighbours;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/// Points the gateway at the stubbed management ports, gives it the clock of the tests, and lets
/// each browser of the tests have an address block of its own.
final class GatewayTestSettings
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("openletter.trusted-proxies", "127.0.0.1");
    for (String service :
        List.of("posts-service", "comments-service", "profiles-service", "moderation-service")) {
      settings.put(
          "openletter." + service + ".management-url",
          Neighbours.wireMock().baseUrl() + "/management/" + service);
    }
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("gateway-test", settings));
    context.getBeanFactory().registerSingleton("clock", GatewayTest.CLOCK);
  }
}
