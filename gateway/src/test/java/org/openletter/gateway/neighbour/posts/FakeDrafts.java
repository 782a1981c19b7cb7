package org.openletter.gateway.neighbour.posts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.Desk;
import org.openletter.platform.problem.CallRefused;
import org.openletter.platform.problem.NoAnswer;
import org.openletter.platform.text.Markdown;

/// posts-service as a writer sees it.
public final class FakeDrafts implements DraftsClient {

  public static final Instant AT = Instant.parse("2026-11-14T08:00:00Z");
  public static final String ID = "abcdefabcdef";

  public @Nullable NewLetter begun;
  public @Nullable ChangedLetter saved;
  private @Nullable RuntimeException failure;
  private List<Draft> all = List.of();

  public static FakeDrafts down() {
    var drafts = new FakeDrafts();
    drafts.failure = new NoAnswer("posts-service", "stopped");
    return drafts;
  }

  public static FakeDrafts refusing(int status, String type, Map<String, Object> properties) {
    var drafts = new FakeDrafts();
    drafts.failure = new CallRefused(status, type, "No.", null, properties);
    return drafts;
  }

  /// posts-service knows these letters of hers.
  public static FakeDrafts listing(Draft... letters) {
    var drafts = new FakeDrafts();
    drafts.all = List.of(letters);
    return drafts;
  }

  /// A letter as it stands in the list of her letters.
  public static Draft listed(String id, String state) {
    return new Draft(
        id, null, state, "", null, null, null, null, null, null, 1, AT, null, null, false, null,
        null);
  }

  @Override
  public Mine mine(@Nullable String before, @Nullable Integer limit) {
    answer();
    return new Mine(all, null);
  }

  @Override
  public Draft begin(NewLetter letter) {
    answer();
    begun = letter;
    return draft(ID, 1);
  }

  @Override
  public Draft draft(String id) {
    answer();
    return draft(id, 7);
  }

  private static Draft draft(String id, int version) {
    return new Draft(
        id,
        "the-stairs",
        "draft",
        "The stairs",
        null,
        null,
        null,
        List.of("a", "b"),
        "Kept words.",
        "",
        version,
        AT,
        null,
        null,
        false,
        new Draft.Source("wordpress", "old.xml", AT),
        null);
  }

  @Override
  public Draft save(String id, ChangedLetter letter) {
    answer();
    saved = letter;
    return draft(id, letter.version() + 1);
  }

  @Override
  public Preview preview(Words words) {
    answer();
    return new Preview(new Markdown().article(words.body()), 4, 1, "en");
  }

  @Override
  public Published publish(String id, Version version) {
    answer();
    return new Published(id, "the-stairs", AT);
  }

  @Override
  public Versions versions(String id) {
    answer();
    return new Versions(List.of());
  }

  @Override
  public Text text(String id, int number) {
    answer();
    return new Text(
        number, AT, false, "The stairs", null, null, null, List.of(), null, "Older words.");
  }

  @Override
  public Draft restore(String id, int number, Version version) {
    answer();
    return draft(id, version.version() + 1);
  }

  @Override
  public void withdraw(String id, int version) {
    answer();
  }

  @Override
  public void discard(String id, int version) {
    answer();
  }

  private void answer() {
    if (failure != null) {
      throw failure;
    }
  }

  /// A letter as posts-service tells it to its writer.
  public static String json(String state, String title, String body) {
    return json(state, title, body, 7);
  }

  public static String json(String state, String title, String body, int version) {
    return """
    {"id":"%s","slug":"the-stairs","state":"%s","title":"%s","addressee":"","byline":"","disclaimer":"","topics":[],
     "body":"%s","version":%d,"savedAt":"2026-11-14T08:00:00Z","publishedAt":null,"unpublishedChanges":false,"source":null}\
    """
        .formatted(ID, state, Desk.json(title), Desk.json(body), version);
  }
}
