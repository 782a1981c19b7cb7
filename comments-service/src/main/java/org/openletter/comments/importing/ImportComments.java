package org.openletter.comments.importing;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openletter.comments.CommentsRefusals;
import org.openletter.comments.comment.Admission;
import org.openletter.comments.comment.Comment;
import org.openletter.comments.comment.CommentState;
import org.openletter.comments.comment.HeldFor;
import org.openletter.comments.comment.Origin;
import org.openletter.comments.comment.Standing;
import org.openletter.comments.comment.Words;
import org.openletter.comments.event.TellOfComment;
import org.openletter.comments.letter.Letter;
import org.openletter.comments.screening.GoodVerdict;
import org.openletter.comments.screening.ScreenText;
import org.openletter.comments.screening.Verdict;
import org.openletter.comments.storage.NewComments;
import org.openletter.comments.thread.CommentThread;
import org.openletter.comments.thread.FindThread;
import org.openletter.platform.id.Ids;
import org.openletter.platform.outbox.OutboxEvent;
import org.openletter.platform.problem.Refusal;
import org.openletter.platform.text.Markdown;
import org.openletter.platform.text.PlainText;
import org.openletter.platform.text.PublicName;
import org.springframework.stereotype.Component;

/// Comments come with an imported letter. Their ids follow from the letter, the file's id and the
/// date, so bringing them in again changes nothing. None is turned away: what the screening holds,
/// or did not look at, waits.
@Component
class ImportComments {

  /// Longest text that is kept of one, in code points: more than any blog's form takes.
  private static final int LONGEST = 32_000;

  private static final int LONGEST_NAME = 100;

  private final FindThread findThread;
  private final ResolvePlaces resolvePlaces;
  private final NewComments comments;
  private final TellOfComment telling;
  private final Markdown markdown;
  private final Clock clock;

  ImportComments(
      FindThread findThread,
      ResolvePlaces resolvePlaces,
      NewComments comments,
      TellOfComment telling,
      Markdown markdown,
      Clock clock) {
    this.findThread = findThread;
    this.resolvePlaces = resolvePlaces;
    this.comments = comments;
    this.telling = telling;
    this.markdown = markdown;
    this.clock = clock;
  }

  /// How it went.
  sealed interface Result {

    record Stored() implements Result {}

    record No(Refusal why) implements Result {}
  }

  Result bringIn(String letterId, String eventId, List<ImportedComment> batch) {
    return switch (findThread.heard(letterId)) {
      case FindThread.Result.Absent() -> new Result.No(CommentsRefusals.NO_LETTER);
      case FindThread.Result.Unknown(_) -> new Result.No(CommentsRefusals.LETTER_UNKNOWN);
      case FindThread.Result.Known(var thread) -> {
        store(thread, eventId, batch.stream().filter(ImportedComment::isComplete).toList());
        yield new Result.Stored();
      }
    };
  }

  private void store(CommentThread thread, String eventId, List<ImportedComment> batch) {
    Letter letter = thread.letter();
    Instant now = clock.instant();
    Map<String, Origin.Place> places = resolvePlaces.resolve(letter.id(), batch);
    List<Comment> all = new ArrayList<>();
    for (ImportedComment imported : batch) {
      Words words = Words.of(markdown, text(imported));
      if (!words.blank()) {
        all.add(comment(thread, imported, places, words));
      }
    }
    int waiting = (int) all.stream().filter(ImportComments::waitsForHer).count();
    List<NewComments.New> stored = new ArrayList<>();
    boolean told = false;
    for (Comment comment : all) {
      List<OutboxEvent> events = new ArrayList<>();
      if (!told && waitsForHer(comment)) {
        // One notice for all, in the outbox of the first that waits: a batch that comes twice finds
        // it there.
        String id = Ids.derivedUuid7(now, "imported", letter.id(), eventId);
        events.add(telling.importedWait(letter, waiting, id, now));
        told = true;
      }
      events.addAll(telling.arrived(comment, letter, now));
      stored.add(new NewComments.New(comment, events));
    }
    comments.insertMissing(stored);
  }

  private Comment comment(
      CommentThread thread,
      ImportedComment imported,
      Map<String, Origin.Place> places,
      Words words) {
    String id = resolvePlaces.id(thread.letter().id(), imported);
    return Comment.arrived(
        new Origin(
            id,
            thread.letter().id(),
            thread.letter().creatorId(),
            places.getOrDefault(imported.sourceId(), Origin.Place.root(id)),
            new Origin.Author(null, null, name(imported)),
            false,
            ResolvePlaces.key(imported.sourceId()),
            imported.writtenAt().truncatedTo(ChronoUnit.MILLIS)),
        Standing.arrived(admission(thread, imported), words));
  }

  private static Admission admission(CommentThread thread, ImportedComment imported) {
    Verdict verdict = GoodVerdict.of(imported.verdict()).orElse(null);
    if (Boolean.FALSE.equals(imported.approved())) {
      return Admission.held(HeldFor.BY_MODERATOR, verdict);
    }
    return Admission.of(
        verdict == null
            ? new ScreenText.Result.Unanswered()
            : new ScreenText.Result.Judged(verdict),
        new Admission.Situation(thread.settings().mode(), false, false, true));
  }

  private static boolean waitsForHer(Comment comment) {
    return comment.state() == CommentState.HELD
        && comment.standing().heldFor() != HeldFor.SCREENING_PENDING;
  }

  private static String text(ImportedComment imported) {
    // Cut once before it is cleaned, so that nothing is done with what is far too long.
    String sent = imported.text() == null ? "" : imported.text();
    return cut(PlainText.clean(cut(sent, 2 * LONGEST)), LONGEST);
  }

  private static String name(ImportedComment imported) {
    String sent = imported.name() == null ? "" : imported.name();
    // posts-service has looked at names already; a batch that waited since before it did has not.
    return cut(PublicName.of(cut(sent, 4 * LONGEST_NAME)).shown(), LONGEST_NAME);
  }

  private static String cut(String text, int most) {
    return PlainText.length(text) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
  }
}
