package org.openletter.gateway.role;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the page of people and roles shows.
///
/// @param query what was searched for
/// @param waiting whether only those who wait for staff are shown
/// @param said what was just done, or null
/// @param problem why something was not done, or null
public record PeoplePage(
    List<Row> people,
    @Nullable String next,
    String query,
    boolean waiting,
    @Nullable String said,
    @Nullable String problem) {

  /// The roles in the order they are shown.
  public static final List<String> ROLES = List.of("member", "moderator", "admin");

  /// One account.
  ///
  /// @param why the reason why its name waits for staff, or null when it does not
  /// @param refused whether its name was refused: it is signed in and cannot write
  public record Row(
      String handle,
      String name,
      String joined,
      Set<String> roles,
      @Nullable String why,
      boolean refused) {

    static Row of(AccountsClient.Account account) {
      String joined = account.joined();
      return new Row(
          account.handle(),
          account.name(),
          joined.length() > 10 ? joined.substring(0, 10) : joined,
          account.roles(),
          account.waiting() ? account.why() == null ? "its name" : account.why() : null,
          account.refused());
    }
  }
}
