package org.openletter.profiles.notice;

import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.problem.FieldProblem;
import org.openletter.platform.text.PlainText;
import org.openletter.profiles.account.Accounts;
import org.springframework.stereotype.Component;

/// Another service tells a person something.
@Component
class TellPerson {

  // A path of this site: one slash, then no second one and no backslash, which browsers read as
  // one.
  private static final Pattern PATH = Pattern.compile("/(?:[^/\\\\\\s][^\\\\\\s]*)?");

  private static final int LONGEST_SENTENCE = 500;

  private static final int LONGEST_DETAIL = 4000;

  private final Notices notices;
  private final Accounts accounts;
  private final Clock clock;

  TellPerson(Notices notices, Accounts accounts, Clock clock) {
    this.notices = notices;
    this.accounts = accounts;
    this.clock = clock;
  }

  /// What became of it.
  sealed interface Result {

    /// She has it, now or since before.
    record Told() implements Result {}

    /// There is no such account.
    record NobodyThere() implements Result {}

    /// The notice cannot be shown.
    record Invalid(List<FieldProblem> fields) implements Result {}
  }

  /// What another service says.
  record Message(
      @NotNull(message = "Say which event.") String eventId,
      @NotNull(message = "Say whom to tell.") String accountId,
      @NotNull(message = "Say what kind it is.") String kind,
      @Nullable String group,
      @NotNull(message = "Say what happened.") String sentence,
      @Nullable String sentenceMany,
      @Nullable String detail,
      @NotNull(message = "Say where it leads.") String href) {}

  Result tell(Message message) {
    List<FieldProblem> wrong = objections(message);
    if (!wrong.isEmpty()) {
      return new Result.Invalid(wrong);
    }
    if (accounts.byId(message.accountId()).isEmpty()) {
      return new Result.NobodyThere();
    }
    notices.tell(
        new News(
            message.eventId(),
            message.accountId(),
            message.kind(),
            message.group(),
            PlainText.clean(message.sentence()),
            message.sentenceMany(),
            message.detail(),
            message.href(),
            clock.instant()));
    return new Result.Told();
  }

  private static List<FieldProblem> objections(Message message) {
    List<FieldProblem> wrong = new ArrayList<>();
    if (PlainText.blank(message.sentence())
        || tooLong(message.sentence(), LONGEST_SENTENCE)
        || tooLong(message.sentenceMany(), LONGEST_SENTENCE)) {
      wrong.add(new FieldProblem("sentence", "A notice is a sentence of at most 500 characters."));
    }
    if (tooLong(message.detail(), LONGEST_DETAIL)) {
      wrong.add(new FieldProblem("detail", "A detail has at most 4,000 characters."));
    }
    if (!PATH.matcher(message.href()).matches() || tooLong(message.href(), LONGEST_SENTENCE)) {
      wrong.add(new FieldProblem("href", "A notice leads to a path of this site."));
    }
    if (message.eventId().isEmpty() || tooLong(message.eventId(), 100)) {
      wrong.add(new FieldProblem("eventId", "An event has an id of at most 100 characters."));
    }
    return wrong;
  }

  private static boolean tooLong(@Nullable String text, int most) {
    return text != null && PlainText.length(text) > most;
  }
}
