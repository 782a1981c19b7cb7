package org.openletter.profiles.password;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.openletter.platform.text.PlainText;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/// Hashes and compares passwords with Argon2id, a few at a time. Accents typed on different
/// machines are composed the same way first; nothing is cut off.
@Component
public class Passwords {

  private final Argon2PasswordEncoder argon2;
  private final Semaphore turns;
  private final PasswordSettings settings;
  private final String nobodys;

  @Autowired
  Passwords(PasswordSettings settings) {
    this(settings, new Semaphore(settings.atOnce(), true));
  }

  Passwords(PasswordSettings settings, Semaphore turns) {
    this.settings = settings;
    this.argon2 = new Argon2PasswordEncoder(16, 32, 1, settings.memory(), settings.rounds());
    this.turns = turns;
    this.nobodys = hash("no account has this password");
  }

  /// A hash to keep, with its parameters in it, of a password that `PasswordRules` lets through.
  /// Throws `PasswordsBusy` when its turn does not come.
  public final String hash(String password) {
    return inTurn(() -> encoded(password));
  }

  /// Whether this password has this hash. One that is longer than any password costs as much as a
  /// wrong one. Throws `PasswordsBusy` when its turn does not come.
  public boolean matches(String password, String hash) {
    boolean possible = possible(password);
    String tried = possible ? PlainText.composed(password) : "";
    return inTurn(() -> argon2.matches(tried, hash)) && possible;
  }

  /// Does the same work for an account that does not exist, so that its absence cannot be measured.
  public void matchNobody(String password) {
    matches(password, nobodys);
  }

  private String encoded(String password) {
    if (!possible(password)) {
      throw new IllegalArgumentException(
          "a password is at most " + PasswordRules.LONGEST + " long");
    }
    String hash = argon2.encode(PlainText.composed(password));
    if (hash == null) {
      throw new IllegalStateException("Argon2 gave no hash");
    }
    return hash;
  }

  private <T> T inTurn(Supplier<T> work) {
    try {
      if (!turns.tryAcquire(settings.longestWait().toMillis(), TimeUnit.MILLISECONDS)) {
        throw new PasswordsBusy();
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new PasswordsBusy();
    }
    try {
      return work.get();
    } finally {
      turns.release();
    }
  }

  private static boolean possible(String password) {
    return PlainText.length(password) <= PasswordRules.LONGEST;
  }
}
