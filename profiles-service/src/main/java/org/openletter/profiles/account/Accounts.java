package org.openletter.profiles.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.outbox.OutboxEvent;
import org.openletter.profiles.name.Handle;

/// All accounts of the site.
public interface Accounts {

  /// The account of this id, whatever its standing.
  Optional<Account> byId(String id);

  /// The account of exactly this handle, whatever its standing.
  Optional<Account> byHandle(Handle handle);

  /// Adds an account. False when its handle, or one that looks like it, is taken.
  boolean add(Account account, List<OutboxEvent> events);

  /// Writes a changed account and what others have to hear of it, in one write. False when it was
  /// changed meanwhile, or when so many events wait that no more fit.
  boolean save(Account changed, List<OutboxEvent> events);

  /// Whether a moderator or admin has a handle or name with one of these keys.
  boolean staffNamed(Set<String> keys);

  /// Whether anybody but this account is an admin; null asks for any admin.
  boolean adminBeside(@Nullable String id);

  /// The admins, at most `limit`.
  List<Account> admins(int limit);

  /// How many accounts wait for staff, counted up to `most`.
  int waiting(int most);

  /// Accounts whose older tokens count no longer since that instant or later; at most 1,000.
  List<Account> revokedSince(Instant then);

  /// The newest accounts before this order key (null: from the newest on), at most `limit`.
  List<Account> newest(@Nullable String before, int limit);

  /// Those that wait for staff, newest first, as `newest`.
  List<Account> waiting(@Nullable String before, int limit);

  /// Those whose handle starts with this text, by handle, after this handle (null: from the first).
  List<Account> startingWith(String start, @Nullable String after, int limit);

  /// Changes an account by a rule that may be asked again when somebody else was faster. An empty
  /// answer of the rule changes nothing. Empty when there is no such account.
  default Optional<Account> change(String id, Function<Account, Optional<Change>> rule) {
    for (int tries = 0; tries < 8; tries++) {
      Account now = byId(id).orElse(null);
      if (now == null) {
        return Optional.empty();
      }
      Change change = rule.apply(now).orElse(null);
      if (change == null) {
        return Optional.of(now);
      }
      if (save(change.account(), change.events())) {
        return Optional.of(change.account());
      }
    }
    throw new IllegalStateException("an account was changed by others eight times in a row");
  }

  /// A changed account and what others have to hear of it.
  record Change(Account account, List<OutboxEvent> events) {

    /// A change that nobody else has to hear of.
    public Change(Account account) {
      this(account, List.of());
    }
  }
}
