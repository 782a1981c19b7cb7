package org.openletter.profiles;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.TOO_MANY_REQUESTS;

import java.time.Duration;
import org.openletter.platform.problem.Problem;
import org.openletter.platform.problem.Refusal;

/// All that this service refuses to programs, each with its answer. The pages of signing in have
/// words of their own.
public final class ProfilesRefusals {

  public static final Refusal NOBODY =
      Refusal.of(NOT_FOUND, "not-found", "Nobody here has this handle.");

  public static final Refusal NO_SUCH_ACCOUNT =
      Refusal.of(NOT_FOUND, "not-found", "There is no such account.");

  /// She has not seen the profile of now; `name`, `bio` and `version` are beside it.
  public static final Refusal PROFILE_CHANGED =
      Refusal.of(
          CONFLICT, "profile-changed", "Your profile was changed after you opened this form.");

  /// The roles are others than were seen; `roles` and `version` are beside it.
  public static final Refusal ROLES_CHANGED =
      Refusal.of(CONFLICT, "account-changed", "These roles were changed after you saw them.");

  /// Another name waits or was refused.
  public static final Refusal OTHER_NAME =
      Refusal.of(
          CONFLICT,
          "account-changed",
          "The name was changed after you saw it. Look at the one that is wanted now.");

  public static final Refusal NAME_SETTLED =
      Refusal.of(
          CONFLICT,
          "account-changed",
          "The name was changed after you saw it, and nothing has to be decided any more.");

  /// Somebody was faster, or the name was changed.
  public static final Refusal NOT_WAITING =
      Refusal.of(
          CONFLICT, "not-waiting", "This account does not wait any more. Look at the list again.");

  public static final Refusal NO_SUCH_ROLE =
      Refusal.field("roles", "Roles are member, moderator and admin.");

  /// Nobody else is an admin.
  public static final Refusal LAST_ADMIN =
      Refusal.of(
          CONFLICT, "last-admin", "This is the last admin. Make somebody else an admin first.");

  private ProfilesRefusals() {}

  public static Refusal tooManyNames(Duration wait) {
    return Refusal.of(
            TOO_MANY_REQUESTS,
            "too-many-names",
            "You have changed your name often today. Try again tomorrow.")
        .retryAfter(wait);
  }

  public static Refusal tooManyTries(Duration wait) {
    return Refusal.of(
            TOO_MANY_REQUESTS,
            "too-many-tries",
            "Too many wrong passwords. Try again in %d seconds.".formatted(Problem.seconds(wait)))
        .retryAfter(wait);
  }
}
