package org.openletter.gateway.conversation.thread;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.look.page.PagesForTests;
import org.openletter.gateway.neighbour.comments.Comment;
import org.openletter.platform.text.Markdown;

/// Responses for tests: public, by ines_b, of yesterday evening, unless said otherwise.
final class CommentsForTests {

  static final Subject LETTER =
      new Subject("abcdefabcdef", "the-stairs", "The stairs", null, new Subject.Writer("Piet"));

  private static final Markdown MARKDOWN = new Markdown();

  private Comment.@Nullable Author author = new Comment.Author("ines_b", "Ines", false);
  private String state = "published";
  private boolean mine;
  private boolean byWriter;
  private boolean canRemove;
  private Comment.@Nullable Tombstone tombstone;
  private Comment.@Nullable Waiting waiting;
  private @Nullable Instant editableUntil;
  private final List<Comment> replies = new ArrayList<>();
  private int moreReplies;

  private CommentsForTests() {}

  static CommentsForTests aComment() {
    return new CommentsForTests();
  }

  CommentsForTests mine() {
    mine = true;
    return this;
  }

  CommentsForTests byTheWriter() {
    byWriter = true;
    author = new Comment.Author("piet", "Piet", false);
    return this;
  }

  CommentsForTests imported(String name) {
    author = new Comment.Author(null, name, true);
    return this;
  }

  CommentsForTests onMyLetter() {
    canRemove = true;
    return this;
  }

  CommentsForTests held(String reason) {
    state = "held";
    waiting = new Comment.Waiting(reason);
    return this;
  }

  CommentsForTests withAChangeThatWaits() {
    waiting = new Comment.Waiting("junk");
    return this;
  }

  CommentsForTests goneBy(String who, @Nullable String reason) {
    state = "removed";
    tombstone = new Comment.Tombstone(who, reason);
    return this;
  }

  CommentsForTests editableFor(Duration time) {
    editableUntil = PagesForTests.NOW.plus(time);
    return this;
  }

  CommentsForTests answeredBy(Comment reply, int more) {
    replies.add(reply);
    moreReplies = more;
    return this;
  }

  Comment number(int number) {
    return new Comment(
        new UUID(0x0193b2c400007000L, 0x8000000000000000L + number).toString(),
        LETTER.id(),
        null,
        0,
        author,
        mine,
        byWriter,
        state,
        tombstone == null ? MARKDOWN.message("Eighty-one *steps*.") : null,
        mine ? "Eighty-one *steps*." : null,
        Instant.parse("2026-11-14T22:10:00Z"),
        null,
        tombstone,
        waiting,
        editableUntil,
        replies,
        moreReplies,
        moreReplies == 0 ? null : "cursor",
        canRemove,
        mine || canRemove ? "aaaaaaaaaaaa.0" : null);
  }
}
