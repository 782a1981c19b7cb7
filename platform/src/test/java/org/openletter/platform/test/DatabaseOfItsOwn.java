package org.openletter.platform.test;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openletter.embedded.EmbeddedMongo;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/// Gives a test class a database that no other class needs, so that it can be stopped under the
/// running service. To be named after `ServiceTestSettings` in `@ContextConfiguration`, with
/// `@DirtiesContext`, because the service is of no use afterwards.
public final class DatabaseOfItsOwn
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  private static volatile @Nullable EmbeddedMongo running;

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    EmbeddedMongo database = EmbeddedMongo.inMemory();
    running = database;
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "database-of-its-own", Map.of("openletter.mongo.uri", database.uri())));
  }

  /// Stops it; every connection breaks.
  public static void stop() {
    EmbeddedMongo database = running;
    if (database == null) {
      throw new IllegalStateException("this test class did not ask for a database of its own");
    }
    database.close();
  }
}
