package org.openletter.profiles.account;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.id.Ids;
import org.openletter.profiles.name.Concern;
import org.openletter.profiles.name.Handle;

/// Builds accounts that say only what a test is about.
public final class AnAccount {

  private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

  private final String handle;
  private final Set<Role> roles = EnumSet.of(Role.MEMBER);
  private String name;
  private String password = "no password";
  private String recovery = "no code";
  private Standing standing = Standing.GOOD;
  private @Nullable String wanted;
  private @Nullable Concern why;

  private AnAccount(String handle) {
    this.handle = handle;
    this.name = handle;
  }

  public static AnAccount of(String handle) {
    return new AnAccount(handle);
  }

  public AnAccount named(String shown) {
    name = shown;
    return this;
  }

  public AnAccount with(Role role) {
    roles.add(role);
    return this;
  }

  public AnAccount password(String hash) {
    password = hash;
    return this;
  }

  public AnAccount recovery(String hash) {
    recovery = hash;
    return this;
  }

  /// Waits because of the handle.
  public AnAccount waiting() {
    standing = Standing.WAITING;
    why = new Concern(Concern.Of.HANDLE, Concern.Like.SITE);
    return this;
  }

  /// Waits with this new name.
  public AnAccount asking(String name, Concern.Like like) {
    standing = Standing.WAITING;
    wanted = name;
    why = new Concern(Concern.Of.NAME, like);
    return this;
  }

  public AnAccount standing(Standing other) {
    standing = other;
    return this;
  }

  public Account build() {
    return new Account(
        Ids.derived12("account", handle),
        "order-" + handle,
        new Handle(handle),
        name,
        wanted,
        "",
        LONG_AGO,
        roles,
        standing,
        why,
        Set.of(),
        new Credentials(password, recovery, LONG_AGO),
        null,
        false,
        1);
  }
}
