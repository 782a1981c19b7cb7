package org.openletter.comments.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openletter.comments.comment.CommentBuilder.AUTHOR;
import static org.openletter.comments.comment.CommentBuilder.CREATOR;
import static org.openletter.comments.comment.CommentBuilder.LETTER;
import static org.openletter.comments.comment.CommentBuilder.aComment;
import static org.openletter.comments.comment.CommentBuilder.words;

import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openletter.comments.comment.Admission;
import org.openletter.comments.comment.Comment;
import org.openletter.comments.comment.CommentAddress;
import org.openletter.comments.comment.CommentEvent;
import org.openletter.comments.comment.Decision;
import org.openletter.comments.comment.HeldFor;
import org.openletter.comments.screening.Screenings;
import org.openletter.platform.outbox.OutboxEvent;

/// What every place that keeps comments does.
abstract class CommentsContract {

  private static final Instant NOON = Instant.parse("2026-11-14T12:00:00Z");

  private Comments comments = new RememberedComments();

  abstract Comments empty();

  @BeforeEach
  void begin() {
    comments = empty();
  }

  @Test
  void givesBackWhatWasStored() {
    Comment parent = aComment().build();
    Comment comment =
        aComment()
            .under(parent)
            .saying("**Bold** words.")
            .held(HeldFor.PERSONAL_DATA)
            .judged(Screenings.verdict(true, "personal-data"))
            .build();

    assertThat(comments.insert(comment, parent.id(), List.of())).isEmpty();

    assertThat(comments.find(comment.address())).contains(comment);
    assertThat(comments.sent(LETTER, AUTHOR, comment.origin().key())).contains(comment);
    assertThat(comments.find(new CommentAddress("elsewhere000", comment.id()))).isEmpty();
  }

  @Test
  void keepsOneCommentOfOneKey() {
    Comment first = aComment().key("once").build();
    comments.insert(first, null, List.of());

    assertThat(comments.insert(aComment().key("once").build(), null, List.of())).contains(first);
    assertThat(comments.insert(aComment().by("other0000000").key("once").build(), null, List.of()))
        .isEmpty();
    assertThat(comments.insert(first, null, List.of())).contains(first);
  }

  @Test
  void keepsOneImportedCommentOfOneSource() {
    Comment first = aComment().imported().key("import:1").build();
    comments.insert(first, null, List.of());

    assertThat(comments.insert(aComment().imported().key("import:1").build(), null, List.of()))
        .contains(first);
    assertThat(comments.insert(aComment().imported().key("import:2").build(), null, List.of()))
        .isEmpty();
    assertThat(comments.sent(LETTER, null, "import:1")).contains(first);
  }

  @Test
  void changesOnlyWhatWasNotChangedMeanwhile() {
    Comment read = aComment().held(HeldFor.JUNK).build();
    comments.insert(read, null, List.of());
    Admission passed = Admission.held(HeldFor.OFF_TOPIC, Screenings.verdict(true, "off-topic"));

    assertThat(comments.save(read, read.standing().judged(passed), List.of())).isTrue();
    assertThat(comments.save(read, read.standing().withdrawn(NOON), List.of())).isFalse();

    Comment now = comments.find(read.address()).orElseThrow();
    assertThat(now.version()).isEqualTo(1);
    assertThat(now.standing()).isEqualTo(read.standing().judged(passed));
  }

  @Test
  void givesBackDecisionsAndChanges() {
    Comment read = aComment().changing("New words.", HeldFor.JUNK).build();
    comments.insert(read, null, List.of());
    Decision decision =
        new Decision(
            Decision.Act.REMOVE,
            CREATOR,
            "writer-of-letter",
            new Decision.Reason("rule", "Be kind."),
            NOON,
            NOON.plusSeconds(600),
            false,
            read.standing().forgetful());
    var removed = read.standing().decided(decision, NOON.plusSeconds(600));

    comments.save(read, removed, List.of());

    assertThat(comments.find(read.address()).orElseThrow().standing()).isEqualTo(removed);
    assertThat(removed.change()).isNotNull();
    assertThat(decision.before().words()).isEqualTo(words("Some words."));
  }

  @Test
  void knowsWhoHasAPublicResponseOnWhoseLetters() {
    comments.insert(aComment().held(HeldFor.FIRST_COMMENT).build(), null, List.of());
    assertThat(comments.approvedBefore(AUTHOR, CREATOR)).isFalse();

    comments.insert(aComment().build(), null, List.of());

    assertThat(comments.approvedBefore(AUTHOR, CREATOR)).isTrue();
    assertThat(comments.approvedBefore(AUTHOR, "another00000")).isFalse();
    assertThat(comments.approvedBefore("another00000", CREATOR)).isFalse();
  }

  @Test
  void notesThatACommentHasReplies() {
    Comment comment = aComment().build();
    comments.insert(comment, null, List.of());

    comments.hasReplies(comment.address());

    assertThat(comments.find(comment.address()).orElseThrow().replies()).isEqualTo(1);
  }

  @Test
  void takesEventsWithTheChange() {
    Comment comment = aComment().build();
    OutboxEvent event =
        new OutboxEvent("e1", CommentEvent.NOTICE, new Document("kind", "reply"), NOON);

    comments.insert(comment, null, List.of(event));

    assertThat(comments.save(comment, comment.standing().withdrawn(NOON), List.of(event))).isTrue();
  }
}
