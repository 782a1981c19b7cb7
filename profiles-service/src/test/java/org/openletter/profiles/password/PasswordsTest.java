package org.openletter.profiles.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

class PasswordsTest {

  private static final PasswordSettings QUICK = new PasswordSettings(64, 1, 1, Duration.ZERO);

  private final Passwords passwords = new Passwords(QUICK);

  @Test
  void knowsThePasswordAgain() {
    String hash = passwords.hash("four unrelated words");

    assertThat(hash).startsWith("$argon2id$");
    assertThat(passwords.matches("four unrelated words", hash)).isTrue();
    assertThat(passwords.matches("four unrelated word", hash)).isFalse();
  }

  @Test
  void looksAtEveryCharacter() {
    String hash = passwords.hash("x".repeat(100) + "a");

    assertThat(passwords.matches("x".repeat(100) + "b", hash)).isFalse();
  }

  @Test
  void doesNotCareHowAnAccentWasTyped() {
    String hash = passwords.hash("caf\u00e9 au lait");

    assertThat(passwords.matches("cafe\u0301 au lait", hash)).isTrue();
  }

  @Test
  void doesNotLookAtWhatIsLongerThanAnyPassword() {
    String longest = "x".repeat(PasswordRules.LONGEST);
    String hash = passwords.hash(longest);

    assertThat(passwords.matches(longest, hash)).isTrue();
    assertThat(passwords.matches(longest + "x", hash)).isFalse();
    assertThat(passwords.matches("x".repeat(200_000), passwords.hash(""))).isFalse();
    assertThatThrownBy(() -> passwords.hash(longest + "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void tellsTheFifthToComeBackLater() {
    Semaphore turns = new Semaphore(1);
    Passwords busy = new Passwords(QUICK, turns);
    turns.acquireUninterruptibly();

    assertThatThrownBy(() -> busy.hash("four unrelated words")).isInstanceOf(PasswordsBusy.class);
    turns.release();
    assertThat(busy.hash("four unrelated words")).isNotEmpty();
  }

  @Test
  void readsRecoveryCodesAsPeopleWriteThem() {
    String code = new RecoveryCodes(new Random(7)).next();

    assertThat(code).matches("([0-9a-hjkmnp-tv-z]{4}-){5}[0-9a-hjkmnp-tv-z]{4}");
    String hash = RecoveryCodes.hash(code);
    String written =
        " " + code.toUpperCase(java.util.Locale.ROOT).replace("-", " ").replace('0', 'O') + " ";
    assertThat(RecoveryCodes.matches(written.replace('1', 'l'), hash)).isTrue();
    assertThat(RecoveryCodes.matches(code.substring(1), hash)).isFalse();
    assertThat(RecoveryCodes.matches("", hash)).isFalse();
  }
}
