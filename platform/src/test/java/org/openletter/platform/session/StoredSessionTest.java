package org.openletter.platform.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openletter.platform.test.TestClock;

class StoredSessionTest {

  private static final SessionContents AS_IT_IS =
      new SessionContents() {
        @Override
        public void check(String name, Object value) {}

        @Override
        public Object write(String name, Object value, String key) {
          return value;
        }

        @Override
        public Object read(String name, Object written, String key) {
          return written;
        }
      };

  private final TestClock clock = new TestClock();

  private final StoredSession session =
      StoredSession.stored(
          AS_IT_IS,
          clock,
          "an-id",
          clock.instant(),
          clock.instant(),
          Duration.ofHours(1),
          Map.of("back", "x=1", "csrf", "c"));

  @Test
  void holdsNothingAgainThatWasTakenOutAlsoAfterItWasWritten() {
    session.removeAttribute("back");
    session.stored();

    assertThat(session.<String>getAttribute("back")).isNull();
    assertThat(session.getAttributeNames()).containsExactly("csrf");
  }

  @Test
  void isWorthWritingForAChangeANewIdOrAnAccessThatIsLater() {
    Duration step = Duration.ofMinutes(1);
    session.removeAttribute("what it never held");
    clock.move(step);
    session.setLastAccessedTime(clock.instant());
    assertThat(session.worthWriting(step)).isFalse();

    clock.move(Duration.ofSeconds(1));
    session.setLastAccessedTime(clock.instant());
    assertThat(session.worthWriting(step)).isTrue();
    session.stored();
    assertThat(session.worthWriting(step)).isFalse();

    session.changeSessionId();
    assertThat(session.worthWriting(step)).isTrue();
    session.stored();
    session.setMaxInactiveInterval(Duration.ofHours(2));
    assertThat(session.worthWriting(step)).isTrue();
  }
}
