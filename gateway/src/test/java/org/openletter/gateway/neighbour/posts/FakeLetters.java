package org.openletter.gateway.neighbour.posts;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.text.Markdown;

/// posts-service as readers see it: it tells one letter and one list, or nothing but a failure.
public record FakeLetters(Supplier<Optional<Letter>> one, Supplier<Found> list)
    implements LettersClient {

  public static FakeLetters telling(Supplier<Optional<Letter>> one) {
    return new FakeLetters(
        one,
        () -> {
          throw new AssertionError("not asked for");
        });
  }

  public static FakeLetters listing(Supplier<Found> list) {
    return new FakeLetters(
        () -> {
          throw new AssertionError("not asked for");
        },
        list);
  }

  /// A public letter by piet.
  public static Letter letter(String id) {
    return new Letter(
        id,
        "the-stairs",
        "The stairs",
        null,
        null,
        null,
        null,
        new Letter.Writer("piet", "Piet"),
        new Markdown().article("Eighty-one steps."),
        null,
        1,
        Instant.parse("2026-11-02T08:00:00Z"),
        null,
        null,
        false);
  }

  @Override
  public Optional<Letter> find(String id) {
    return one.get();
  }

  @Override
  public Found list(@Nullable String before, @Nullable String author, int limit) {
    return list.get();
  }
}
