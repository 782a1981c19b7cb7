package org.openletter.comments.storage;

import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.openletter.comments.comment.CommentState;
import org.openletter.comments.comment.Decision;
import org.openletter.comments.comment.HeldFor;
import org.openletter.comments.comment.Later;
import org.openletter.comments.comment.Standing;
import org.openletter.comments.comment.Words;
import org.openletter.comments.screening.Verdict;
import org.openletter.comments.screening.VerdictMapper;
import org.openletter.platform.text.SafeHtml;

/// How a comment stands, as fields of its document.
final class StandingMapper {

  /// Why comments were held when the screening was too late, until they were screened again.
  static final String UNCHECKED = "unchecked";

  private StandingMapper() {}

  static Document write(Standing standing) {
    Document document = writeWithoutDecision(standing);
    document.append("decision", decision(standing.decision()));
    return document;
  }

  private static Document writeWithoutDecision(Standing standing) {
    Document document =
        new Document("state", standing.state().word())
            .append("heldFor", word(standing.heldFor()))
            .append("verdict", VerdictMapper.write(standing.verdict()))
            .append("shown", standing.shown())
            .append("editedAt", date(standing.editedAt()))
            .append("change", change(standing.change()))
            .append("laterAt", standing.later() == null ? null : date(standing.later().at()))
            .append("laterWhat", standing.later() == null ? null : standing.later().what().word());
    return words(document, standing.words());
  }

  static Standing read(Document stored) {
    return new Standing(
        CommentState.of(stored.getString("state")),
        heldFor(stored.getString("heldFor")),
        verdict(stored),
        stored.getBoolean("shown", false),
        words(stored),
        instant(stored.getDate("editedAt")),
        change(stored.get("change", Document.class)),
        decision(stored.get("decision", Document.class)),
        later(stored));
  }

  // Before there was a word for it, the state alone said what was to be done.
  private static @Nullable Later later(Document stored) {
    Date at = stored.getDate("laterAt");
    String word = stored.getString("laterWhat");
    if (at == null) {
      return null;
    }
    Later.What byState =
        CommentState.of(stored.getString("state")) == CommentState.DELETED
            ? Later.What.BLANK
            : Later.What.TELL_REMOVED;
    return new Later(at.toInstant(), word == null ? byState : Later.What.of(word).orElse(byState));
  }

  // What said only that nobody had looked is no verdict.
  private static @Nullable Verdict verdict(Document stored) {
    return UNCHECKED.equals(stored.getString("heldFor"))
        ? null
        : VerdictMapper.read(stored.get("verdict", Document.class));
  }

  private static Document words(Document document, Words words) {
    return document
        .append("text", words.text())
        .append("html", words.html().value())
        .append("renderer", words.renderer());
  }

  private static Words words(Document stored) {
    return new Words(
        stored.getString("text"),
        SafeHtml.reread(stored.getString("html")),
        stored.getString("renderer"));
  }

  private static @Nullable Document change(Standing.@Nullable Change change) {
    return change == null
        ? null
        : words(new Document(), change.words())
            .append("heldFor", change.heldFor().word())
            .append("verdict", VerdictMapper.write(change.verdict()))
            .append("at", date(change.at()));
  }

  private static Standing.@Nullable Change change(@Nullable Document stored) {
    if (stored == null) {
      return null;
    }
    HeldFor why = heldFor(stored.getString("heldFor"));
    return new Standing.Change(
        words(stored),
        why == null ? HeldFor.RULE : why,
        verdict(stored),
        stored.getDate("at").toInstant());
  }

  private static @Nullable Document decision(@Nullable Decision decision) {
    if (decision == null) {
      return null;
    }
    Document document =
        new Document("act", decision.act().word())
            .append("by", decision.by())
            .append("role", decision.role())
            .append("at", date(decision.at()))
            .append("undoUntil", date(decision.undoUntil()))
            .append("told", decision.told())
            .append("before", writeWithoutDecision(decision.before()));
    Decision.Reason reason = decision.reason();
    if (reason != null) {
      document.append("reason", new Document("code", reason.code()).append("text", reason.text()));
    }
    return document;
  }

  private static @Nullable Decision decision(@Nullable Document stored) {
    if (stored == null) {
      return null;
    }
    // Of before there is a label beside the code, which said the same.
    Document reason = stored.get("reason", Document.class);
    return new Decision(
        Decision.Act.valueOf(stored.getString("act").toUpperCase(Locale.ROOT)),
        stored.getString("by"),
        stored.getString("role"),
        reason == null
            ? null
            : new Decision.Reason(reason.getString("code"), reason.getString("text")),
        stored.getDate("at").toInstant(),
        stored.getDate("undoUntil").toInstant(),
        stored.getBoolean("told", false),
        read(stored.get("before", Document.class)));
  }

  private static @Nullable String word(@Nullable HeldFor why) {
    return why == null ? null : why.word();
  }

  private static @Nullable HeldFor heldFor(@Nullable String word) {
    if (word == null) {
      return null;
    }
    // So the screening was too late for it, which once nobody made up for.
    if (word.equals(UNCHECKED)) {
      return HeldFor.SCREENING_PENDING;
    }
    // A word of a newer version still means that it waits for a person.
    return HeldFor.of(word).orElse(HeldFor.RULE);
  }

  private static @Nullable Date date(@Nullable Instant instant) {
    return instant == null ? null : Date.from(instant);
  }

  private static @Nullable Instant instant(@Nullable Date date) {
    return date == null ? null : date.toInstant();
  }
}
