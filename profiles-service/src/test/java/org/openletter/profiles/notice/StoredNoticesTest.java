package org.openletter.profiles.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openletter.platform.id.Ids;
import org.openletter.platform.test.DatabaseServer;
import org.openletter.platform.test.TestClock;

class StoredNoticesTest {

  private final TestClock clock = new TestClock();
  private final MongoDatabase database = DatabaseServer.embedded().with();
  private final StoredNotices notices = new StoredNotices(database, new Ids(clock, new Random(1)));

  @BeforeEach
  void index() {
    DatabaseServer.add(database, notices);
  }

  private News news(String eventId, @Nullable String group) {
    return new News(eventId, "rosa", "new-response", group, Map.of("by", eventId), clock.instant());
  }

  private List<String> inbox() {
    return notices.of("rosa", null, 50).stream().map(StoredNoticesTest::said).toList();
  }

  private static String said(Notice notice) {
    return notice.count() > 1
        ? notice.count() + " responses to your letter"
        : "A response to your letter by " + notice.parameters().get("by");
  }

  @Test
  void growsAnUnreadNoticeOfTheSameGroup() {
    notices.tell(news("one", "letter-1"));
    notices.tell(news("two", "letter-2"));
    notices.tell(news("three", "letter-1"));
    notices.tell(news("four", null));
    notices.tell(news("five", null));

    assertThat(inbox())
        .containsExactly(
            "A response to your letter by five",
            "A response to your letter by four",
            "2 responses to your letter",
            "A response to your letter by two");
    assertThat(notices.of("rosa", null, 50).get(2).parameters())
        .containsExactly(Map.entry("by", "three"));
    assertThat(notices.unread("rosa")).isEqualTo(4);
    assertThat(notices.unread("otto")).isZero();
  }

  @Test
  void tellsAnEventOnce() {
    for (int i = 0; i < 3; i++) {
      notices.tell(news("one", "letter-1"));
      notices.tell(news("two", "letter-1"));
      notices.tell(news("three", null));
    }
    assertThat(inbox()).hasSize(2).contains("2 responses to your letter");
  }

  @Test
  void tellsAnEventOnceHoweverManyCameAfterIt() {
    for (int i = 0; i < 230; i++) {
      notices.tell(news("event " + i, "letter-1"));
    }
    List<String> before = inbox();

    for (int i = 0; i < 230; i += 10) {
      notices.tell(news("event " + i, "letter-1"));
    }

    assertThat(inbox())
        .isEqualTo(before)
        .containsExactly(
            "30 responses to your letter",
            "100 responses to your letter",
            "100 responses to your letter");
  }

  @Test
  void tellsAnEventOnceAlsoAfterItWasRead() {
    notices.tell(news("one", "letter-1"));
    notices.read("rosa", null, clock.instant());
    notices.tell(news("one", "letter-1"));

    assertThat(notices.unread("rosa")).isZero();
  }

  @Test
  void beginsAnewAfterReading() {
    notices.tell(news("one", "letter-1"));
    notices.tell(news("two", "letter-1"));
    notices.read("rosa", notices.of("rosa", null, 1).getFirst().id(), clock.instant());
    notices.tell(news("three", "letter-1"));

    assertThat(inbox())
        .containsExactly("A response to your letter by three", "2 responses to your letter");
    assertThat(notices.unread("rosa")).isEqualTo(1);
  }

  @Test
  void readsOnlyHerOwn() {
    notices.tell(news("one", null));
    String id = notices.of("rosa", null, 1).getFirst().id();
    notices.read("otto", id, clock.instant());
    notices.read("otto", null, clock.instant());

    assertThat(notices.unread("rosa")).isEqualTo(1);
  }

  @Test
  void pagesWithoutGapsOrDoubles() {
    for (int i = 0; i < 25; i++) {
      notices.tell(news("event " + i, null));
    }
    List<Notice> first = notices.of("rosa", null, 10);
    List<Notice> second = notices.of("rosa", first.getLast().order(), 10);
    List<Notice> third = notices.of("rosa", second.getLast().order(), 10);

    assertThat(List.of(first.size(), second.size(), third.size())).containsExactly(10, 10, 5);
    assertThat(said(third.getLast())).endsWith("event 0");
  }

  @Test
  void readsWhatWasStoredInWordsAndLetsItGrow() {
    database.getCollection("notices").insertOne(storedInWords());

    Notice stored = notices.of("rosa", null, 1).getFirst();
    assertThat(stored.parameters())
        .isEqualTo(
            Map.of(
                "sentence", "tomek replied to your response to “The stairs”.",
                "many", "{count} replies to your response to “The stairs”.",
                "href", "/letters/abcdefabcdef/comments/0193b2c4-0000-7000-8000-000000000001"));
    assertThat(stored.count()).isEqualTo(2);

    notices.tell(
        new News("three", "rosa", "reply", "reply:1", Map.of("by", "ines"), clock.instant()));

    Notice grown = notices.of("rosa", null, 1).getFirst();
    assertThat(grown.id()).isEqualTo(stored.id());
    assertThat(grown.parameters()).isEqualTo(Map.of("by", "ines"));
    assertThat(grown.count()).isEqualTo(3);
  }

  /// As version 1.0 wrote it.
  private Document storedInWords() {
    return new Document("_id", "0193b2c4-0000-7000-8000-00000000000a")
        .append("account", "rosa")
        .append("kind", "reply")
        .append("events", List.of("one", "two"))
        .append("count", 2)
        .append("unread", true)
        .append("order", "0193b2c4-0000-7000-8000-00000000000b")
        .append("sentence", "tomek replied to your response to “The stairs”.")
        .append("sentenceMany", "{count} replies to your response to “The stairs”.")
        .append("detail", null)
        .append("href", "/letters/abcdefabcdef/comments/0193b2c4-0000-7000-8000-000000000001")
        .append("at", Date.from(clock.instant()))
        .append("purgeAt", Date.from(clock.instant()))
        .append("group", "reply:1")
        .append("growing", true);
  }

  @Test
  void countsUpToAHundred() {
    for (int i = 0; i < 120; i++) {
      notices.tell(news("event " + i, null));
    }
    assertThat(notices.unread("rosa")).isEqualTo(100);
  }

  @Test
  void growsOneNoticeHoweverManyTellAtOnce() {
    IntStream.range(0, 40).parallel().forEach(i -> notices.tell(news("event " + i, "letter-1")));

    assertThat(inbox()).containsExactly("40 responses to your letter");
  }
}
