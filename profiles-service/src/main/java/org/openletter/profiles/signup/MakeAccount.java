package org.openletter.profiles.signup;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openletter.platform.id.Ids;
import org.openletter.platform.outbox.OutboxEvent;
import org.openletter.platform.problem.FieldProblem;
import org.openletter.profiles.account.Account;
import org.openletter.profiles.account.AccountEvents;
import org.openletter.profiles.account.Accounts;
import org.openletter.profiles.account.Credentials;
import org.openletter.profiles.account.Role;
import org.openletter.profiles.account.SecurityLog;
import org.openletter.profiles.account.Standing;
import org.openletter.profiles.name.Concern;
import org.openletter.profiles.name.DisplayName;
import org.openletter.profiles.name.Handle;
import org.openletter.profiles.name.Names;
import org.openletter.profiles.password.PasswordRules;
import org.openletter.profiles.password.Passwords;
import org.openletter.profiles.password.RecoveryCodes;
import org.springframework.stereotype.Component;

/// Somebody makes an account. No e-mail, no real name.
@Component
public class MakeAccount {

  private static final String TAKEN =
      "This handle is taken, or looks like one that is. Choose another.";

  private final Accounts accounts;
  private final AccountEvents events;
  private final Names names;
  private final Passwords passwords;
  private final RecoveryCodes codes;
  private final Ids ids;
  private final Clock clock;

  MakeAccount(
      Accounts accounts,
      AccountEvents events,
      Names names,
      Passwords passwords,
      RecoveryCodes codes,
      Ids ids,
      Clock clock) {
    this.accounts = accounts;
    this.events = events;
    this.names = names;
    this.passwords = passwords;
    this.codes = codes;
    this.ids = ids;
    this.clock = clock;
  }

  /// What became of it.
  public sealed interface Result {

    /// It is made. The recovery code exists nowhere else and is shown once.
    record Made(Account account, String recoveryCode) implements Result {}

    /// Something has to be typed differently; nothing was made.
    record Invalid(List<FieldProblem> fields) implements Result {}
  }

  /// What somebody typed.
  public record Form(String handle, String name, String password) {

    @Override
    public String toString() {
      return "Form[handle=" + handle + "]";
    }
  }

  /// What has to be typed differently, as far as it can be seen before anything is made.
  public List<FieldProblem> objections(Form form) {
    List<FieldProblem> wrong = new ArrayList<>();
    Optional<Handle> handle = Handle.typed(form.handle());
    if (handle.isEmpty()) {
      wrong.add(
          new FieldProblem(
              "handle", "A handle has 3 to 30 of these: small letters a-z, digits, _ and -."));
    } else if (Names.reserved(handle.get())) {
      wrong.add(
          new FieldProblem("handle", "This word belongs to the site itself. Choose another."));
    } else if (handle.get().objection().isPresent()) {
      wrong.add(new FieldProblem("handle", handle.get().objection().get()));
    } else if (accounts.byHandle(handle.get()).isPresent()) {
      wrong.add(new FieldProblem("handle", TAKEN));
    }
    DisplayName.objection(form.name())
        .ifPresent(sentence -> wrong.add(new FieldProblem("name", sentence)));
    PasswordRules.objection(form.password(), handle.map(Handle::value).orElse(""))
        .ifPresent(sentence -> wrong.add(new FieldProblem("password", sentence)));
    return wrong;
  }

  /// Makes an account with these roles. A name that can be taken for the site's, its staff's or
  /// that of a public letter waits for staff, unless the account is staff itself.
  public Result make(Form form, Set<Role> roles) {
    List<FieldProblem> wrong = objections(form);
    if (!wrong.isEmpty()) {
      return new Result.Invalid(wrong);
    }
    Handle handle = Handle.typed(form.handle()).orElseThrow();
    String typedName = DisplayName.clean(form.name());
    String name = typedName.isEmpty() ? handle.value() : typedName;
    String code = codes.next();
    Account account = account(handle, name, form.password(), code, roles);
    Concern why = account.why();
    List<OutboxEvent> after =
        why == null ? List.of() : List.of(events.waits(account.id(), why, account.joined()));
    if (!accounts.add(account, after)) {
      return new Result.Invalid(List.of(new FieldProblem("handle", TAKEN)));
    }
    SecurityLog.event("account-made", account.id());
    return new Result.Made(account, code);
  }

  // A name that waits is shown to nobody; until then she is called by her handle.
  private Account account(
      Handle handle, String name, String password, String code, Set<Role> roles) {
    String id = ids.random12();
    Optional<Concern> concern =
        roles.equals(Set.of(Role.MEMBER))
            ? names.concern(id, handle, name, Set.of())
            : Optional.empty();
    boolean asks = concern.isPresent() && !name.equals(handle.value());
    String hash = passwords.hash(password);
    Instant now = clock.instant();
    return new Account(
        id,
        ids.uuid7(),
        handle,
        concern.isPresent() ? handle.value() : name,
        asks ? name : null,
        "",
        now,
        roles,
        concern.isPresent() ? Standing.WAITING : Standing.GOOD,
        concern.orElse(null),
        Set.of(),
        new Credentials(hash, RecoveryCodes.hash(code), now),
        null,
        false,
        1);
  }
}
