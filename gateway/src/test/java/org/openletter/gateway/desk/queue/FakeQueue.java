package org.openletter.gateway.desk.queue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// comments-service as the queue sees it.
final class FakeQueue implements QueueClient {

  static final String LETTER = "abcdefabcdef";

  static final String VERSION = "aaaaaaaaaaaa.0";

  final List<QueueItem> items = new ArrayList<>();
  final List<QueueItem.Comment> published = new ArrayList<>();
  @Nullable RuntimeException failure;
  @Nullable Decision decided;
  @Nullable String undone;
  boolean imported;

  @Override
  public Optional<Queue> queue(@Nullable String letter, @Nullable String after) {
    answer();
    return Optional.of(
        new Queue(items.size(), items.size(), after == null ? items : List.of(), null));
  }

  @Override
  public Optional<InPlace> comment(String letterId, String id) {
    answer();
    return published.stream()
        .filter(comment -> comment.id().equals(id))
        .findFirst()
        .map(InPlace::new);
  }

  @Override
  public Optional<Decided> decide(String letterId, String id, Decision decision) {
    answer();
    decided = decision;
    return find(id).map(comment -> new Decided(comment, Instant.EPOCH, !imported));
  }

  @Override
  public Optional<Decided> undo(String letterId, String id, String version) {
    answer();
    undone = version;
    return find(id).map(comment -> new Decided(comment, null, null));
  }

  private Optional<QueueItem.Comment> find(String id) {
    return items.stream()
        .map(QueueItem::comment)
        .filter(comment -> comment.id().equals(id))
        .findFirst();
  }

  private void answer() {
    if (failure != null) {
      throw failure;
    }
  }

  QueueItem waiting(int number, QueueItem.Reason... reasons) {
    return new QueueItem(
        comment(number, "held", true),
        new QueueItem.Letter(LETTER, "the-stairs", "The stairs"),
        false,
        true,
        List.of(reasons),
        "screening 1.0",
        "Text " + number);
  }

  QueueItem.Comment comment(int number, String state, boolean canRemove) {
    return new QueueItem.Comment(
        id(number),
        LETTER,
        new QueueItem.Author(imported ? null : "tomek", "Tomek", imported),
        state,
        "Text " + number,
        Instant.EPOCH,
        null,
        canRemove,
        null,
        VERSION);
  }

  static String id(int number) {
    return new UUID(0x0193b2c400007000L, 0x8000000000000000L + number).toString();
  }
}
