package org.openletter.platform.call;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.openletter.platform.problem.NoAnswer;

/// Part of a page that may be missing because a service does not answer. A template must handle
/// both.
public sealed interface Answer<T> {

  /// The service answered.
  record Known<T>(T value) implements Answer<T> {}

  /// The service did not answer. That is not the same as "there is none".
  record Unknown<T>() implements Answer<T> {}

  /// Asks. Only `NoAnswer` becomes `Unknown`; everything else is thrown on.
  static <T> Answer<T> of(Supplier<T> call) {
    try {
      return new Known<>(call.get());
    } catch (NoAnswer noAnswer) {
      return new Unknown<>();
    }
  }

  /// The value, when it is known.
  default Optional<T> known() {
    return switch (this) {
      case Known<T>(T value) -> Optional.of(value);
      case Unknown<T>() -> Optional.empty();
    };
  }

  /// The same with another value.
  default <U> Answer<U> map(Function<T, U> change) {
    return switch (this) {
      case Known<T>(T value) -> new Known<>(change.apply(value));
      case Unknown<T>() -> new Unknown<>();
    };
  }
}
