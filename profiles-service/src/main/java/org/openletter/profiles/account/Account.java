package org.openletter.profiles.account;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.id.Ids;
import org.openletter.profiles.name.Concern;
import org.openletter.profiles.name.Handle;

/// One person's account, as it is stored.
///
/// @param id 12 characters, never shown outside the platform
/// @param order a time-ordered key, by which lists of accounts are sorted and paged
/// @param name shown to everybody: never one that waits for staff or was refused
/// @param wanted the name she asked for while it waits or was refused; seen by her and admins alone
/// @param why what staff has to look at; set while it waits or was refused
/// @param approved keys of names that staff has approved for this account
/// @param tokensSince tokens issued before this whole second count no longer; null when all count
/// @param withoutLeaveKey whether she does not want the key that leaves a page
/// @param version counts the changes, from 1, whoever makes them: a name that is compared again is
///   one. What a person decides about names one of the versions below, which tell what she saw
public record Account(
    String id,
    String order,
    Handle handle,
    String name,
    @Nullable String wanted,
    String bio,
    Instant joined,
    Set<Role> roles,
    Standing standing,
    @Nullable Concern why,
    Set<String> approved,
    Credentials credentials,
    @Nullable Instant tokensSince,
    boolean withoutLeaveKey,
    long version) {

  public Account {
    roles = Set.copyOf(roles);
    approved = Set.copyOf(approved);
  }

  /// The roles that count now: none while the account waits or was refused.
  public List<String> activeRoles() {
    return standing == Standing.GOOD ? roleWords() : List.of();
  }

  /// All her roles as words, always in the same order.
  public List<String> roleWords() {
    return roles.stream().sorted().map(Role::word).toList();
  }

  /// Whether it speaks for the site.
  public boolean staff() {
    return roles.contains(Role.MODERATOR) || roles.contains(Role.ADMIN);
  }

  /// The day it was made.
  public LocalDate joinedOn() {
    return LocalDate.ofInstant(joined, ZoneOffset.UTC);
  }

  /// Whether somebody of this handle may be seen by others. A handle that staff has not seen yet is
  /// shown to nobody else; somebody whose new name waits is seen under the name before.
  public boolean seen() {
    return switch (standing) {
      case GOOD, PAUSED -> true;
      case WAITING, REFUSED -> why != null && why.of() == Concern.Of.NAME;
      case CLOSED -> false;
    };
  }

  /// What she saw when she changed her profile: another value means that it says something else.
  public String profileVersion() {
    return Ids.derived12("profile", wish(), bio);
  }

  /// What an admin saw when she decided about the name: the name, the handle, and what became of
  /// them so far.
  public String nameVersion() {
    return Ids.derived12(
        "name", handle.value(), wish(), standing.name(), why == null ? "" : why.words());
  }

  /// What an admin saw when she gave or took a role.
  public String rolesVersion() {
    return Ids.derived12("roles", String.join(" ", roleWords()));
  }

  /// With another text about herself.
  public Account described(String newBio) {
    return copy(name, wanted, newBio, roles, standing, why, approved, credentials, tokensSince);
  }

  /// With another name, which everybody sees, and nothing that waits.
  public Account named(String newName, Instant now) {
    return copy(newName, null, bio, roles, standing, why, approved, credentials, tokensSince)
        .standing(Standing.GOOD, null, now);
  }

  /// Asking for another name, which nobody else sees until staff has looked at it.
  public Account asking(@Nullable String newName, Concern concern, Standing until, Instant now) {
    return copy(name, newName, bio, roles, standing, why, approved, credentials, tokensSince)
        .standing(until, concern, now);
  }

  /// The name she asked for, or the one that everybody sees.
  public String wish() {
    return wanted == null ? name : wanted;
  }

  /// Standing otherwise; tokens issued so far say something else and count no longer.
  public Account standing(Standing newStanding, @Nullable Concern newWhy, Instant now) {
    Instant since = newStanding == standing ? tokensSince : nextSecond(now);
    return copy(name, wanted, bio, roles, newStanding, newWhy, approved, credentials, since);
  }

  /// With these names approved by staff.
  public Account approved(Set<String> names) {
    return copy(name, wanted, bio, roles, standing, why, names, credentials, tokensSince);
  }

  /// With these roles; tokens issued so far name others and count no longer.
  public Account roles(Set<Role> newRoles, Instant now) {
    return copy(name, wanted, bio, newRoles, standing, why, approved, credentials, nextSecond(now));
  }

  /// With other credentials; whatever was signed in before has ended.
  public Account credentials(Credentials renewed, Instant now) {
    return copy(name, wanted, bio, roles, standing, why, approved, renewed, nextSecond(now));
  }

  /// With another recovery code; nobody is signed out.
  public Account recovery(String hash) {
    Credentials same = new Credentials(credentials.password(), hash, credentials.since());
    return copy(name, wanted, bio, roles, standing, why, approved, same, tokensSince);
  }

  /// With the key that leaves a page, or without it.
  public Account leaving(boolean without) {
    return new Account(
        id,
        order,
        handle,
        name,
        wanted,
        bio,
        joined,
        roles,
        standing,
        why,
        approved,
        credentials,
        tokensSince,
        without,
        version);
  }

  // Tokens carry whole seconds: only from the next one on can a new token be told from an old one.
  private static Instant nextSecond(Instant now) {
    return now.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
  }

  private Account copy(
      String newName,
      @Nullable String newWanted,
      String newBio,
      Set<Role> newRoles,
      Standing newStanding,
      @Nullable Concern newWhy,
      Set<String> newApproved,
      Credentials newCredentials,
      @Nullable Instant newTokensSince) {
    return new Account(
        id,
        order,
        handle,
        newName,
        newWanted,
        newBio,
        joined,
        newRoles,
        newStanding,
        newWhy,
        newApproved,
        newCredentials,
        newTokensSince,
        withoutLeaveKey,
        version);
  }
}
