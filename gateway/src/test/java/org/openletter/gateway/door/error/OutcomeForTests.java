package org.openletter.gateway.door.error;

import static org.assertj.core.api.Assertions.assertThat;

/// What tests of acts say about what came of them.
public final class OutcomeForTests {

  private OutcomeForTests() {}

  /// What was said instead of doing it.
  public static <T> Outcome.NotDone<T> notDone(Outcome<T> outcome) {
    assertThat(outcome).isInstanceOf(Outcome.NotDone.class);
    return (Outcome.NotDone<T>) outcome;
  }

  /// What the neighbour answered.
  public static <T> T done(Outcome<T> outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    return ((Outcome.Done<T>) outcome).value();
  }
}
