package org.openletter.profiles.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openletter.profiles.MovableClock;
import org.openletter.profiles.TestDatabase;

class StoredSessionsTest {

  private static final SignInSettings SETTINGS =
      new SignInSettings(
          Duration.ofDays(14), Duration.ofDays(30), Duration.ofHours(12), Duration.ofHours(2));

  private final MovableClock clock = new MovableClock();
  private final MongoDatabase database = TestDatabase.with();
  private final StoredSessions sessions = new StoredSessions(database, SETTINGS, clock);

  @BeforeEach
  void index() {
    TestDatabase.add(database, new SessionSetup().sessionIndexes());
  }

  private StoredSession saved() {
    StoredSession session = sessions.createSession();
    session.setAttribute("back", "x=1");
    sessions.save(session);
    return session;
  }

  private StoredSession found(String id) {
    return Objects.requireNonNull(sessions.findById(id));
  }

  @Test
  void survivesARestart() {
    StoredSession session = saved();

    StoredSession again =
        Objects.requireNonNull(
            new StoredSessions(database, SETTINGS, clock).findById(session.getId()));
    assertThat(again.<String>getAttribute("back")).isEqualTo("x=1");
  }

  @Test
  void isNotRevivedByARequestInFlight() {
    StoredSession inFlight = found(saved().getId());
    sessions.deleteById(inFlight.getId());
    inFlight.setAttribute("back", "x=2");
    sessions.save(inFlight);

    assertThat(sessions.findById(inFlight.getId())).isNull();
  }

  @Test
  void isNotRevivedUnderANewIdEither() {
    StoredSession inFlight = found(saved().getId());
    sessions.deleteById(inFlight.getId());
    String id = inFlight.changeSessionId();
    sessions.save(inFlight);

    assertThat(sessions.findById(id)).isNull();
  }

  @Test
  void letsTwoRequestsChangeDifferentThings() {
    String id = saved().getId();
    StoredSession one = found(id);
    StoredSession two = found(id);
    one.setAttribute("csrf", "c");
    two.removeAttribute("back");
    sessions.save(one);
    sessions.save(two);

    assertThat(found(id).getAttributeNames()).containsExactly("csrf");
  }

  @Test
  void leavesNothingUnderTheOldId() {
    StoredSession session = found(saved().getId());
    String old = session.getId();
    String fresh = session.changeSessionId();
    sessions.save(session);

    assertThat(sessions.findById(old)).isNull();
    assertThat(found(fresh).<String>getAttribute("back")).isEqualTo("x=1");
  }

  @Test
  void endsWhenItIsNotUsed() {
    String id = saved().getId();
    clock.move(Duration.ofHours(2).minusSeconds(1));
    assertThat(sessions.findById(id)).isNotNull();
    clock.move(Duration.ofSeconds(2));
    assertThat(sessions.findById(id)).isNull();
  }

  @Test
  void endsThoseThatWereSignedInBefore() {
    String before = signedIn("rosa");
    clock.move(Duration.ofMinutes(1));
    sessions.end("rosa", clock.instant());
    String after = signedIn("rosa");

    assertThat(sessions.findById(before)).isNull();
    assertThat(sessions.findById(after)).isNotNull();
  }

  private String signedIn(String account) {
    StoredSession session = sessions.createSession();
    session.setAttribute(SignedIn.ACCOUNT, account);
    session.setAttribute(SignedIn.SINCE, SignedIn.text(clock.instant()));
    sessions.save(session);
    return session.getId();
  }

  @Test
  void holdsWordsOnly() {
    StoredSession session = sessions.createSession();

    assertThatThrownBy(() -> session.setAttribute("list", List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void doesNotGiveTheCookieAway() {
    StoredSession session = saved();

    assertThat(
            Objects.requireNonNull(database.getCollection("sessions").find().limit(1).first())
                .toJson())
        .doesNotContain(session.getId());
  }
}
