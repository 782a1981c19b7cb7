package org.openletter.platform.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openletter.embedded.EmbeddedMongo;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/// Points the service under test at the embedded database, the stubbed neighbours and made-up
/// secrets.
public final class ServiceTestSettings
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  private static final EmbeddedMongo DATABASE = EmbeddedMongo.inMemory();

  private static final Path SECRETS = secrets();

  /// The database that all service tests of this JVM share.
  public static EmbeddedMongo database() {
    return DATABASE;
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("openletter.mongo.uri", DATABASE.uri());
    settings.put("openletter.secrets", SECRETS.toString());
    settings.put("management.server.port", "0");
    settings.put("openletter.outbox.poll", "50ms");
    settings.put("openletter.outbox.first-wait", "50ms");
    for (String service :
        List.of("posts-service", "comments-service", "profiles-service", "moderation-service")) {
      settings.put("openletter." + service + ".url", Neighbours.url(service));
    }
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("service-test", settings));
  }

  private static Path secrets() {
    try {
      Path folder = Files.createTempDirectory("secrets");
      for (String client :
          List.of(
              "gateway",
              "posts-service",
              "comments-service",
              "profiles-service",
              "moderation-service",
              "operator")) {
        Files.writeString(folder.resolve(client + ".secret"), "for-tests-only-" + client);
      }
      // 32 bytes in base64, for encryption keys.
      for (String key : List.of("session.key", "signing.key", "block.key")) {
        Files.writeString(folder.resolve(key), "Zm9yLXRlc3RzLW9ubHktMzItYnl0ZXMtYWFhYWFhYWE=");
      }
      return folder;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
