package org.openletter.gateway.door.error;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.problem.CallRefused;
import org.openletter.platform.problem.FieldProblem;
import org.openletter.platform.problem.NoAnswer;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/// What came of an act that a neighbour was asked for. Whoever shows it has the good case and one
/// for all the others, which bring the status and the sentence to say beside what was typed.
public sealed interface Outcome<T> {

  /// It was done; this is what the neighbour answered.
  record Done<T>(T value) implements Outcome<T> {}

  /// It was not done, or nobody knows whether it was.
  sealed interface NotDone<T> extends Outcome<T> {

    /// The status of the page that says so.
    int status();

    /// The stable word of the problem.
    String type();

    /// What happened, what was kept, what to do.
    String sentence();

    /// What is wrong with which field, or empty.
    List<FieldProblem> fields();

    /// How long to wait before another try, where that is known.
    Optional<Duration> retryAfter();

    /// The status as pages want it.
    default HttpStatusCode code() {
      return HttpStatusCode.valueOf(status());
    }

    /// Whether one of these words is its type.
    default boolean is(String... types) {
      return List.of(types).contains(type());
    }

    /// What to say of the form as a whole, or null when its fields say it all.
    default @Nullable String ofForm() {
      return fields().isEmpty() ? sentence() : null;
    }

    /// What is wrong with this field, or null.
    default @Nullable String error(String field) {
      return fields().stream()
          .filter(wrong -> wrong.field().equals(field))
          .map(FieldProblem::sentence)
          .findFirst()
          .orElse(null);
    }
  }

  /// The neighbour said no; nothing changed.
  ///
  /// @param facts everything else that the problem carried
  record Refused<T>(
      int status,
      String type,
      String sentence,
      List<FieldProblem> fields,
      Map<String, Object> facts,
      Optional<Duration> retryAfter)
      implements NotDone<T> {

    private static <T> Refused<T> of(CallRefused refused) {
      var fields = refused.fields();
      return new Refused<>(
          refused.status(),
          refused.type(),
          fields.isEmpty() ? refused.detail() : together(fields),
          fields,
          refused.properties(),
          refused.retryAfter());
    }

    private static String together(List<FieldProblem> fields) {
      return fields.stream().map(FieldProblem::sentence).collect(Collectors.joining(" "));
    }
  }

  /// No answer came from `service`: what it did is not known.
  record Unanswered<T>(String service, String sentence) implements NotDone<T> {

    @Override
    public int status() {
      return HttpStatus.SERVICE_UNAVAILABLE.value();
    }

    @Override
    public String type() {
      return "no-answer";
    }

    @Override
    public List<FieldProblem> fields() {
      return List.of();
    }

    @Override
    public Optional<Duration> retryAfter() {
      return Optional.of(Duration.ofMinutes(1));
    }
  }

  /// Asks for the act. The one place that catches what comes instead of an answer; who only reads
  /// leaves that to `TroubleAdvice`.
  ///
  /// @param done what was to be: "saved", "sent"
  /// @param kept a sentence about where the words are now, or empty
  static <T> Outcome<T> of(String done, String kept, Supplier<T> act) {
    try {
      return new Done<>(act.get());
    } catch (CallRefused refused) {
      return Refused.of(refused);
    } catch (NoAnswer noAnswer) {
      return new Unanswered<>(noAnswer.service(), Away.unsure(noAnswer, done, kept));
    }
  }

  /// A form that cannot be sent on as it is.
  static <T> Outcome<T> invalid(String field, String sentence) {
    return new Refused<>(
        HttpStatus.UNPROCESSABLE_CONTENT.value(),
        "invalid-fields",
        sentence,
        List.of(new FieldProblem(field, sentence)),
        Map.of(),
        Optional.empty());
  }

  /// The same, but for a refusal that is a result of its own here.
  default Outcome<T> instead(Function<Refused<T>, Optional<T>> known) {
    return this instanceof Refused<T> refused
        ? known.apply(refused).<Outcome<T>>map(Done::new).orElse(this)
        : this;
  }

  /// The same, but for a field that the form has under another name.
  default Outcome<T> naming(String field, String inTheForm) {
    return this instanceof Refused<T> refused
        ? new Refused<>(
            refused.status,
            refused.type,
            refused.sentence,
            refused.fields.stream()
                .map(wrong ->
                    wrong.field().equals(field)
                        ? new FieldProblem(inTheForm, wrong.sentence())
                        : wrong)
                .toList(),
            refused.facts,
            refused.retryAfter)
        : this;
  }

  /// The same, but for a refusal of this type this sentence.
  default Outcome<T> saying(String type, String sentence) {
    return saying(refused -> refused.type().equals(type), sentence);
  }

  /// The same, but for a refusal with this status this sentence.
  default Outcome<T> saying(HttpStatus status, String sentence) {
    return saying(refused -> refused.status() == status.value(), sentence);
  }

  private Outcome<T> saying(Predicate<Refused<T>> which, String sentence) {
    return this instanceof Refused<T> refused && which.test(refused)
        ? new Refused<>(
            refused.status, refused.type, sentence, List.of(), refused.facts, refused.retryAfter)
        : this;
  }
}
