package org.openletter.posts.publication;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.junit.jupiter.api.AfterAll;
import org.openletter.embedded.EmbeddedMongo;

class MongoDailyPublicationsTest extends DailyPublicationsContract {

  private static final EmbeddedMongo SERVER = EmbeddedMongo.inMemory();
  private static final MongoClient CLIENT = MongoClients.create(SERVER.uri());

  private final DailyPublications daily =
      new MongoDailyPublications(CLIENT.getDatabase("posts"), CLOCK);

  @AfterAll
  static void stop() {
    CLIENT.close();
    SERVER.close();
  }

  @Override
  DailyPublications daily() {
    return daily;
  }
}
