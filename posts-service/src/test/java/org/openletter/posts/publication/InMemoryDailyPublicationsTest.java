package org.openletter.posts.publication;

class InMemoryDailyPublicationsTest extends DailyPublicationsContract {

  private final DailyPublications daily = new InMemoryDailyPublications(CLOCK);

  @Override
  DailyPublications daily() {
    return daily;
  }
}
