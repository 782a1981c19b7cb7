package org.openletter.gateway.neighbour.comments;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// comments-service as the queue sees it.
public final class FakeQueue implements QueueClient {

  public static final String LETTER = "abcdefabcdef";

  public static final String VERSION = "aaaaaaaaaaaa.0";

  public final List<QueueItem> items = new ArrayList<>();
  public @Nullable RuntimeException failure;
  public @Nullable Decision decided;
  public @Nullable String undone;
  public boolean imported;
  public @Nullable Queue listed;

  @Override
  public Optional<Queue> queue(@Nullable String letter, @Nullable String after) {
    answer();
    return Optional.of(
        listed != null
            ? listed
            : new Queue(items.size(), items.size(), after == null ? items : List.of(), null));
  }

  @Override
  public Waiting count() {
    answer();
    return new Waiting(items.size());
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

  private Optional<Comment> find(String id) {
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

  public QueueItem waiting(int number, Reason... reasons) {
    return new QueueItem(
        comment(number, "held", true),
        new LetterName(LETTER, "the-stairs", "The stairs"),
        false,
        true,
        List.of(reasons),
        "screening 1.0",
        "Text " + number);
  }

  public Comment comment(int number, String state, boolean canRemove) {
    return comment(
        number,
        "Text " + number,
        state,
        canRemove,
        new Comment.Author(imported ? null : "tomek", "Tomek", imported));
  }

  public static Comment comment(
      int number, String text, String state, boolean canRemove, Comment.@Nullable Author author) {
    return new Comment(
        id(number),
        LETTER,
        null,
        0,
        author,
        false,
        false,
        state,
        null,
        text,
        Instant.EPOCH,
        null,
        null,
        null,
        null,
        null,
        0,
        null,
        canRemove,
        VERSION);
  }

  public static String id(int number) {
    return new UUID(0x0193b2c400007000L, 0x8000000000000000L + number).toString();
  }
}
