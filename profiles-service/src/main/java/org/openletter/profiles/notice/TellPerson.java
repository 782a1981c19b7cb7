package org.openletter.profiles.notice;

import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  // Codes of ours: kinds, and the names of parameters.
  private static final Pattern CODE = Pattern.compile("[a-z-]{1,50}");

  private static final int MOST_PARAMETERS = 12;

  /// People's own words and titles are parameters, too; none of them is longer.
  private static final int LONGEST_PARAMETER = 1000;

  private static final int LONGEST_ID = 100;

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

  /// What another service says: what happened, as a kind and what the words for it need.
  ///
  /// @param sentence the words, as they were sent before there were parameters; such notices may
  ///   still wait in an outbox. The three after it are of that time, too
  record Message(
      @NotNull(message = "Say which event.") String eventId,
      @NotNull(message = "Say whom to tell.") String accountId,
      @NotNull(message = "Say what kind it is.") String kind,
      @Nullable String group,
      @Nullable Map<String, @Nullable String> parameters,
      @Nullable String sentence,
      @Nullable String sentenceMany,
      @Nullable String detail,
      @Nullable String href) {}

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
            parameters(message),
            clock.instant()));
    return new Result.Told();
  }

  private static Map<String, String> parameters(Message message) {
    if (message.sentence() != null) {
      return Worded.parameters(
          PlainText.clean(message.sentence()),
          message.sentenceMany(),
          message.detail(),
          message.href());
    }
    Map<String, String> cleaned = new LinkedHashMap<>();
    if (message.parameters() != null) {
      message
          .parameters()
          .forEach((name, value) -> {
            if (value != null) {
              cleaned.put(name, PlainText.clean(value));
            }
          });
    }
    return cleaned;
  }

  private static List<FieldProblem> objections(Message message) {
    List<FieldProblem> wrong = new ArrayList<>();
    if (message.eventId().isEmpty() || tooLong(message.eventId(), LONGEST_ID)) {
      wrong.add(new FieldProblem("eventId", "An event has an id of at most 100 characters."));
    }
    if (!CODE.matcher(message.kind()).matches()) {
      wrong.add(new FieldProblem("kind", "A kind is a word of small letters and hyphens."));
    }
    if (tooLong(message.group(), LONGEST_ID)) {
      wrong.add(new FieldProblem("group", "A group has at most 100 characters."));
    }
    if (message.parameters() != null && !fit(message.parameters())) {
      wrong.add(
          new FieldProblem(
              "parameters",
              "At most 12 parameters, with names of small letters and hyphens and at most 1,000"
                  + " characters each."));
    }
    if (message.sentence() != null) {
      objectToWords(message, message.sentence(), wrong);
    }
    return wrong;
  }

  // The parameters of the old way are ours: nobody sends a link or a sentence among the new ones.
  private static boolean fit(Map<String, @Nullable String> parameters) {
    return parameters.size() <= MOST_PARAMETERS
        && Collections.disjoint(parameters.keySet(), Worded.NAMES)
        && parameters.entrySet().stream()
            .allMatch(parameter ->
                CODE.matcher(parameter.getKey()).matches()
                    && !tooLong(parameter.getValue(), LONGEST_PARAMETER));
  }

  private static void objectToWords(Message message, String sentence, List<FieldProblem> wrong) {
    if (PlainText.blank(sentence)
        || tooLong(sentence, LONGEST_SENTENCE)
        || tooLong(message.sentenceMany(), LONGEST_SENTENCE)) {
      wrong.add(new FieldProblem("sentence", "A notice is a sentence of at most 500 characters."));
    }
    if (tooLong(message.detail(), LONGEST_DETAIL)) {
      wrong.add(new FieldProblem("detail", "A detail has at most 4,000 characters."));
    }
    if (message.href() == null
        || !PATH.matcher(message.href()).matches()
        || tooLong(message.href(), LONGEST_SENTENCE)) {
      wrong.add(new FieldProblem("href", "A notice leads to a path of this site."));
    }
  }

  private static boolean tooLong(@Nullable String text, int most) {
    return text != null && PlainText.length(text) > most;
  }
}
