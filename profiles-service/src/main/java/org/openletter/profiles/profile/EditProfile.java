package org.openletter.profiles.profile;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.limit.Limit;
import org.openletter.platform.limit.Limits;
import org.openletter.platform.problem.FieldProblem;
import org.openletter.platform.problem.Refusal;
import org.openletter.platform.text.PlainText;
import org.openletter.profiles.ProfilesRefusals;
import org.openletter.profiles.account.Account;
import org.openletter.profiles.account.AccountEvents;
import org.openletter.profiles.account.Accounts;
import org.openletter.profiles.account.Standing;
import org.openletter.profiles.name.Concern;
import org.openletter.profiles.name.DisplayName;
import org.openletter.profiles.name.Names;
import org.springframework.stereotype.Component;

/// A person changes the name she shows and what she says of herself. A name that can be taken for
/// the site's, its staff's or that of a public letter makes her account wait for staff and is shown
/// to nobody until then; a harmless one, or the one before, ends the waiting.
@Component
class EditProfile {

  /// Longest text about oneself, in code points.
  static final int LONGEST_BIO = 500;

  // More than 500 characters of any script need, joined and accented.
  private static final int LONGEST_TYPED = 5000;

  // Every new name is written into all that she wrote.
  private static final Limit RENAMES = new Limit(20, Duration.ofDays(1));

  private final Accounts accounts;
  private final AccountEvents events;
  private final Names names;
  private final Limits limits;
  private final Clock clock;

  EditProfile(Accounts accounts, AccountEvents events, Names names, Limits limits, Clock clock) {
    this.accounts = accounts;
    this.events = events;
    this.names = names;
    this.limits = limits;
    this.clock = clock;
  }

  /// What became of it.
  sealed interface Result {

    /// So it stands now.
    record Saved(Account account) implements Result {}

    record No(Refusal why) implements Result {}
  }

  /// @param version of the profile that was seen
  Result edit(String accountId, String typedName, String typedBio, String version) {
    List<FieldProblem> wrong = new ArrayList<>();
    DisplayName.objection(typedName)
        .ifPresent(sentence -> wrong.add(new FieldProblem("name", sentence)));
    if (typedBio.length() > LONGEST_TYPED
        || PlainText.length(PlainText.clean(typedBio)) > LONGEST_BIO) {
      wrong.add(new FieldProblem("bio", "Say it in at most 500 characters."));
    }
    if (!wrong.isEmpty()) {
      return new Result.No(Refusal.fields(wrong));
    }
    Account now = accounts.byId(accountId).orElse(null);
    if (now == null) {
      return new Result.No(Refusal.SIGN_IN_FIRST);
    }
    String typed = DisplayName.clean(typedName);
    String bio = PlainText.clean(typedBio);
    String name = typed.isEmpty() ? now.handle().value() : typed;
    if (newer(now, version, name, bio)) {
      return changedMeanwhile(now);
    }
    if (!name.equals(now.name()) && !name.equals(now.wanted())) {
      Optional<Duration> wait = limits.take("renames", accountId, RENAMES);
      if (wait.isPresent()) {
        return new Result.No(ProfilesRefusals.tooManyNames(wait.get()));
      }
    }
    Optional<Concern> concern = concern(now, name);
    AtomicBoolean late = new AtomicBoolean();
    return accounts
        .change(
            accountId,
            account -> {
              late.set(newer(account, version, name, bio));
              // Somebody was faster: what was judged was another account, so it is judged again.
              return late.get()
                  ? Optional.empty()
                  : Optional.of(
                      changed(
                          account,
                          name,
                          bio,
                          account.equals(now) ? concern : concern(account, name)));
            })
        .<Result>map(after -> late.get() ? changedMeanwhile(after) : new Result.Saved(after))
        .orElseGet(() -> new Result.No(Refusal.SIGN_IN_FIRST));
  }

  private static Result changedMeanwhile(Account now) {
    return new Result.No(
        ProfilesRefusals.PROFILE_CHANGED
            .with("name", now.wish())
            .with("bio", now.bio())
            .with("version", now.profileVersion()));
  }

  // What says already what she wants may be sent again: its first answer may have been lost.
  private static boolean newer(Account account, String version, String name, String bio) {
    return !account.profileVersion().equals(version)
        && !(account.wish().equals(name) && account.bio().equals(bio));
  }

  // A name that everybody sees already needs no second look, and neither does one that waits.
  private Optional<Concern> concern(Account account, String name) {
    if (speaksForTheSite(account)
        || name.equals(account.wanted())
        || name.equals(account.name()) && account.seen()) {
      return Optional.empty();
    }
    return account.seen()
        ? names.concern(account.id(), name, account.approved())
        : names.concern(account.id(), account.handle(), name, account.approved());
  }

  private static boolean speaksForTheSite(Account account) {
    return account.staff() && account.standing() == Standing.GOOD;
  }

  private Accounts.Change changed(
      Account account, String name, String bio, Optional<Concern> concern) {
    Instant now = clock.instant();
    Account described = account.described(bio);
    if (name.equals(account.wanted()) || !account.standing().mayEnter()) {
      return new Accounts.Change(described);
    }
    if (concern.isEmpty()) {
      Account named = described.named(name, now);
      return new Accounts.Change(
          named, name.equals(account.name()) ? List.of() : events.renamed(named, now));
    }
    return asked(described, name.equals(account.name()) ? null : name, concern.get(), now);
  }

  // A refused handle stays refused whatever she wants to be called beside it; another name is
  // looked at anew.
  private Accounts.Change asked(
      Account account, @Nullable String wanted, Concern concern, Instant now) {
    boolean refused =
        account.standing() == Standing.REFUSED
            && concern.of() == Concern.Of.HANDLE
            && concern.equals(account.why());
    Account asking =
        account.asking(wanted, concern, refused ? Standing.REFUSED : Standing.WAITING, now);
    boolean toldBefore = account.standing() == Standing.WAITING && concern.equals(account.why());
    return refused || toldBefore
        ? new Accounts.Change(asking)
        : new Accounts.Change(asking, List.of(events.waits(account.id(), concern, now)));
  }
}
