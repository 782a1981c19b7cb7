package org.openletter.profiles.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openletter.platform.secret.Secrets;
import org.openletter.platform.session.SignInSettings;
import org.openletter.platform.session.StoredSession;
import org.openletter.platform.test.DatabaseServer;
import org.openletter.platform.test.ServiceTestSettings;
import org.openletter.platform.test.TestClock;

class StoredSessionsTest {

  private static final SignInSettings SETTINGS =
      new SignInSettings(
          Duration.ofDays(14), Duration.ofDays(30), Duration.ofHours(12), Duration.ofHours(2));

  private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findAndModify");

  private final TestClock clock = new TestClock();
  private final MongoDatabase database = DatabaseServer.embedded().with();
  private final StoredSessions sessions = sessionsOf(database);

  @BeforeEach
  void index() {
    DatabaseServer.add(database, new SessionSetup().sessionIndexes());
  }

  private StoredSessions sessionsOf(MongoDatabase stored) {
    try {
      Path folder = Files.createTempDirectory("secrets");
      Files.writeString(folder.resolve("signing.key"), "for-tests-only");
      return new StoredSessions(
          stored, new StrangersSessions(new Secrets(folder), clock), SETTINGS, clock);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private StoredSession saved() {
    StoredSession session = sessions.createSession();
    session.setAttribute(SignedIn.ACCOUNT, "rosa");
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

    StoredSession again = Objects.requireNonNull(sessionsOf(database).findById(session.getId()));
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

    assertThat(found(id).getAttributeNames()).containsExactlyInAnyOrder("csrf", SignedIn.ACCOUNT);
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
  void isRenamedInOneWriteSoThatNothingCanEndItBetween() {
    List<String> writes = new ArrayList<>();
    CommandListener listener =
        new CommandListener() {
          @Override
          public void commandStarted(CommandStartedEvent event) {
            if (!event.getCommandName().equals("find")) {
              writes.add(event.getCommandName());
            }
          }
        };
    StoredSession session = found(saved().getId());
    session.changeSessionId();
    session.setAttribute(SignedIn.ACCOUNT, "otto");
    try (MongoClient watched =
        MongoClients.create(
            MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(ServiceTestSettings.database().uri()))
                .addCommandListener(listener)
                .build())) {
      sessionsOf(watched.getDatabase(database.getName())).save(session);
    }

    assertThat(writes.stream().filter(WRITES::contains)).containsExactly("update");
    assertThat(found(session.getId()).<String>getAttribute("back")).isEqualTo("x=1");
    sessions.end("rosa", clock.instant().plusSeconds(1));
    assertThat(sessions.findById(session.getId())).as("it is Otto's now").isNotNull();
  }

  @Test
  void isRenamedAgainAndAgain() {
    StoredSession session = found(saved().getId());
    String first = session.changeSessionId();
    sessions.save(session);
    StoredSession again = found(first);
    String second = again.changeSessionId();
    sessions.save(again);

    assertThat(sessions.findById(first)).isNull();
    assertThat(sessions.findById(second + "x")).isNull();
    assertThat(found(second).<String>getAttribute("back")).isEqualTo("x=1");
    sessions.deleteById(first);
    assertThat(sessions.findById(second)).as("an old id ends nothing").isNotNull();
    sessions.deleteById(second);
    assertThat(sessions.findById(second)).isNull();
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

  private String strangers(String csrf) {
    StoredSession session = sessions.createSession();
    session.setAttribute("csrf", csrf);
    sessions.save(session);
    return session.getId();
  }

  @Test
  void keepsAStrangersInHisCookieAndNowhereElse() {
    String id = strangers("the-token");

    assertThat(found(id).<String>getAttribute("csrf")).isEqualTo("the-token");
    assertThat(id).doesNotContain("the-token").hasSizeLessThan(400);
    assertThat(database.getCollection("sessions").estimatedDocumentCount()).isZero();
    StoredSession again = found(id);
    sessions.save(again);
    assertThat(again.getId()).as("no new cookie for nothing").isEqualTo(id);
  }

  @Test
  void takesNoCookieThatWasChangedMadeUpOrIsTooOld() {
    String id = strangers("the-token");
    String changed = id.substring(0, 40) + (id.charAt(40) == 'A' ? 'B' : 'A') + id.substring(41);

    for (String made : List.of(changed, "~", "~made up", "~" + "A".repeat(5000))) {
      assertThat(sessions.findById(made)).isNull();
    }
    clock.move(Duration.ofHours(2));
    assertThat(sessions.findById(id)).isNull();
  }

  @Test
  void storesAStrangersSessionWhenSheSignsIn() {
    StoredSession session = found(strangers("the-token"));
    String fresh = session.changeSessionId();
    session.setAttribute(SignedIn.ACCOUNT, "rosa");
    sessions.save(session);

    assertThat(StrangersSessions.is(fresh)).isFalse();
    assertThat(found(fresh).<String>getAttribute(SignedIn.ACCOUNT)).isEqualTo("rosa");
  }
}
