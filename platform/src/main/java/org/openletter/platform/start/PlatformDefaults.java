package org.openletter.platform.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

/// Puts `platform-defaults.yml` under everything else: a service's own file, the environment and
/// the command line all win over it.
public final class PlatformDefaults implements EnvironmentPostProcessor {

  @Override
  public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication app) {
    try {
      List<PropertySource<?>> defaults =
          new YamlPropertySourceLoader()
              .load("platform-defaults", new ClassPathResource("platform-defaults.yml"));
      defaults.forEach(environment.getPropertySources()::addLast);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
