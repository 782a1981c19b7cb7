package org.openletter.profiles.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openletter.profiles.name.Concern;
import org.openletter.profiles.name.Handle;

/// What every keeper of accounts does; the fake of the use-case tests too.
abstract class AccountsContract {

  private static final Instant NOW = Instant.parse("2026-11-14T12:00:00.250Z");

  private Accounts accounts;

  abstract Accounts empty();

  @BeforeEach
  void begin() {
    accounts = empty();
  }

  private Account added(AnAccount account) {
    Account built = account.build();
    assertThat(accounts.add(built, List.of())).isTrue();
    return built;
  }

  @Test
  void givesBackWhatWasAdded() {
    Account rosa = added(AnAccount.of("rosa").named("Rosa Ä").asking("Admin", Concern.Like.SITE));

    assertThat(accounts.byId(rosa.id())).contains(rosa);
    assertThat(accounts.byHandle(new Handle("rosa"))).contains(rosa);
    assertThat(accounts.byHandle(new Handle("rosb"))).isEmpty();
  }

  @Test
  void remembersThatSheLeavesWithoutTheKey() {
    Account rosa = added(AnAccount.of("rosa"));
    assertThat(rosa.withoutLeaveKey()).isFalse();

    accounts.save(rosa.leaving(true), List.of());
    assertThat(accounts.byId(rosa.id()).orElseThrow().withoutLeaveKey()).isTrue();
    accounts.save(accounts.byId(rosa.id()).orElseThrow().described("New text"), List.of());
    assertThat(accounts.byId(rosa.id()).orElseThrow().withoutLeaveKey()).isTrue();
    accounts.save(accounts.byId(rosa.id()).orElseThrow().leaving(false), List.of());
    assertThat(accounts.byId(rosa.id()).orElseThrow().withoutLeaveKey()).isFalse();
  }

  @Test
  void keepsHandlesApartThatLookAlike() {
    added(AnAccount.of("rosa_m"));

    assertThat(accounts.add(AnAccount.of("r0sa-m").build(), List.of())).isFalse();
    assertThat(accounts.add(AnAccount.of("rosa-rn").build(), List.of())).isFalse();
    assertThat(accounts.add(AnAccount.of("rosa-n").build(), List.of())).isTrue();
  }

  @Test
  void refusesAChangeOfAnOldVersion() {
    Account rosa = added(AnAccount.of("rosa"));

    assertThat(accounts.save(rosa.named("One", NOW), List.of())).isTrue();
    assertThat(accounts.save(rosa.named("Two", NOW), List.of())).isFalse();
    assertThat(accounts.byId(rosa.id()).orElseThrow().name()).isEqualTo("One");
  }

  @Test
  void knowsWhatStaffIsCalled() {
    added(AnAccount.of("rosa").named("Rosa Luz").with(Role.MODERATOR));
    added(AnAccount.of("otto").named("Otto"));

    assertThat(accounts.staffNamed(Set.of("rosaiuz"))).isTrue();
    assertThat(accounts.staffNamed(Set.of("otto", "nobody"))).isFalse();
  }

  @Test
  void knowsWhetherThereIsAnotherAdmin() {
    Account rosa = added(AnAccount.of("rosa").with(Role.ADMIN));

    assertThat(accounts.adminBeside(rosa.id())).isFalse();
    assertThat(accounts.adminBeside(null)).isTrue();
    added(AnAccount.of("otto").with(Role.ADMIN));
    assertThat(accounts.adminBeside(rosa.id())).isTrue();
  }

  @Test
  void listsWhoseTokensCountNoLonger() {
    Account rosa = added(AnAccount.of("rosa"));
    added(AnAccount.of("otto"));
    accounts.save(rosa.roles(Set.of(Role.MEMBER, Role.ADMIN), NOW), List.of());

    Account revoked = accounts.revokedSince(NOW.minusSeconds(5)).getFirst();
    assertThat(revoked.tokensSince()).isEqualTo("2026-11-14T12:00:01Z");
    assertThat(accounts.revokedSince(NOW.minusSeconds(5))).hasSize(1);
    assertThat(accounts.revokedSince(NOW.plusSeconds(5))).isEmpty();
  }

  @Test
  void listsAccountsByPages() {
    for (String handle : List.of("ada", "bea", "ben", "cleo")) {
      added(AnAccount.of(handle));
    }
    added(AnAccount.of("dora").waiting());

    assertThat(handles(accounts.newest(null, 2))).containsExactly("dora", "cleo");
    assertThat(handles(accounts.newest("order-cleo", 2))).containsExactly("ben", "bea");
    assertThat(handles(accounts.waiting(null, 9))).containsExactly("dora");
    assertThat(handles(accounts.waiting("order-dora", 9))).isEmpty();
    assertThat(handles(accounts.startingWith("be", null, 9))).containsExactly("bea", "ben");
    assertThat(handles(accounts.startingWith("be", "bea", 9))).containsExactly("ben");
  }

  @Test
  void forgetsAWaitingThatIsOver() {
    Account dora = added(AnAccount.of("dora").waiting());
    accounts.save(dora.standing(Standing.GOOD, null, NOW), List.of());

    assertThat(accounts.waiting(null, 9)).isEmpty();
    assertThat(accounts.byId(dora.id()).orElseThrow().why()).isNull();
  }

  private static List<String> handles(List<Account> found) {
    return found.stream().map(account -> account.handle().value()).toList();
  }
}
