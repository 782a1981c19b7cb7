package org.openletter.platform.problem;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A neighbour understood the call and said no (4xx). Carries what its problem said.
public final class CallRefused extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int status;
  private final String type;
  private final String detail;
  private final transient @Nullable Duration retryAfter;
  private final transient Map<String, Object> properties;

  /// A refusal.
  ///
  /// @param type the last part of the problem's type, for example `letter-closed`
  /// @param detail the sentence for a person
  public CallRefused(
      int status,
      String type,
      String detail,
      @Nullable Duration retryAfter,
      Map<String, Object> properties) {
    super(status + " " + type, null, false, false);
    this.status = status;
    this.type = type;
    this.detail = detail;
    this.retryAfter = retryAfter;
    this.properties = Map.copyOf(properties);
  }

  /// The HTTP status, 400 to 499; 503 with the type `busy` from who is well and asks to try again.
  public int status() {
    return status;
  }

  /// The stable word of the problem.
  public String type() {
    return type;
  }

  /// The sentence for a person.
  public String detail() {
    return detail;
  }

  /// How long to wait before another try, when the neighbour said so.
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  /// Everything else that the problem carried.
  public Map<String, Object> properties() {
    return properties;
  }

  /// What is wrong with which field, for `invalid-fields`; else empty.
  public List<FieldProblem> fields() {
    return properties.get("fields") instanceof List<?> fields
        ? fields.stream().flatMap(f -> field(f).stream()).toList()
        : List.of();
  }

  private static Optional<FieldProblem> field(@Nullable Object field) {
    return field instanceof Map<?, ?> map
            && map.get("field") instanceof String name
            && map.get("sentence") instanceof String sentence
        ? Optional.of(new FieldProblem(name, sentence))
        : Optional.empty();
  }
}
