package org.openletter.profiles.account;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.outbox.EventKind;
import org.openletter.platform.outbox.OutboxEvent;
import org.openletter.profiles.name.Handle;
import org.openletter.profiles.name.Names;

/// Accounts without a database; passes the same contract as the stored ones.
public final class AccountsInMemory implements Accounts {

  private final Map<String, Account> accounts = new TreeMap<>();
  private final List<OutboxEvent> events = new ArrayList<>();

  public static AccountsInMemory with(Account... known) {
    AccountsInMemory all = new AccountsInMemory();
    for (Account account : known) {
      all.add(account, List.of());
    }
    return all;
  }

  /// What others have to hear, as kinds, in order.
  public List<EventKind> heard() {
    return events.stream().map(OutboxEvent::kind).toList();
  }

  public Account get(String handle) {
    return byHandle(new Handle(handle)).orElseThrow();
  }

  @Override
  public Optional<Account> byId(String id) {
    return Optional.ofNullable(accounts.get(id));
  }

  @Override
  public Optional<Account> byHandle(Handle handle) {
    return accounts.values().stream().filter(a -> a.handle().equals(handle)).findFirst();
  }

  @Override
  public synchronized boolean add(Account account, List<OutboxEvent> after) {
    String key = Names.unique(account.handle());
    if (accounts.values().stream().anyMatch(a -> Names.unique(a.handle()).equals(key))) {
      return false;
    }
    accounts.put(account.id(), account);
    events.addAll(after);
    return true;
  }

  @Override
  public synchronized boolean save(Account changed, List<OutboxEvent> after) {
    Account now = accounts.get(changed.id());
    if (now == null || now.version() != changed.version()) {
      return false;
    }
    accounts.put(changed.id(), next(changed));
    events.addAll(after);
    return true;
  }

  private static Account next(Account a) {
    return new Account(
        a.id(),
        a.order(),
        a.handle(),
        a.name(),
        a.wanted(),
        a.bio(),
        a.joined(),
        a.roles(),
        a.standing(),
        a.why(),
        a.approved(),
        a.credentials(),
        a.tokensSince(),
        a.withoutLeaveKey(),
        a.version() + 1);
  }

  @Override
  public boolean staffNamed(Set<String> keys) {
    return accounts.values().stream()
        .filter(Account::staff)
        .anyMatch(a -> !Collections.disjoint(Names.looks(a.handle(), a.name()), keys));
  }

  @Override
  public boolean adminBeside(@Nullable String id) {
    return accounts.values().stream()
        .anyMatch(a -> a.roles().contains(Role.ADMIN) && !a.id().equals(id));
  }

  @Override
  public List<Account> admins(int limit) {
    return accounts.values().stream()
        .filter(a -> a.roles().contains(Role.ADMIN))
        .limit(limit)
        .toList();
  }

  @Override
  public int waiting(int most) {
    return waiting(null, most).size();
  }

  @Override
  public List<Account> revokedSince(Instant then) {
    return accounts.values().stream()
        .filter(a -> {
          Instant since = a.tokensSince();
          return since != null && !since.isBefore(then);
        })
        .toList();
  }

  @Override
  public List<Account> newest(@Nullable String before, int limit) {
    return listed(_ -> true, before, limit);
  }

  @Override
  public List<Account> waiting(@Nullable String before, int limit) {
    return listed(a -> a.standing() == Standing.WAITING, before, limit);
  }

  private List<Account> listed(Predicate<Account> which, @Nullable String before, int limit) {
    return accounts.values().stream()
        .filter(which)
        .filter(a -> before == null || a.order().compareTo(before) < 0)
        .sorted(Comparator.comparing(Account::order).reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public List<Account> startingWith(String start, @Nullable String after, int limit) {
    return accounts.values().stream()
        .filter(a -> a.handle().value().startsWith(start))
        .filter(a -> after == null || a.handle().value().compareTo(after) > 0)
        .sorted(Comparator.comparing(a -> a.handle().value()))
        .limit(limit)
        .toList();
  }
}
