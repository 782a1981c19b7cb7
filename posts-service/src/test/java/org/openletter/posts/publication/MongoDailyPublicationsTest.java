package org.openletter.posts.publication;

import org.openletter.platform.test.DatabaseServer;
import org.openletter.platform.test.OnEachDatabase;

@OnEachDatabase
class MongoDailyPublicationsTest extends DailyPublicationsContract {

  private final DailyPublications daily;

  MongoDailyPublicationsTest(DatabaseServer server) {
    this.daily = new MongoDailyPublications(server.with(), CLOCK);
  }

  @Override
  DailyPublications daily() {
    return daily;
  }
}
