package org.openletter.gateway.admin.role;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.neighbour.profiles.AccountsClient;

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
  /// @param name what everybody sees
  /// @param wanted the name to decide about, or null when it is the handle alone
  /// @param waiting whether it waits for a decision
  /// @param refused whether it was refused: its owner is signed in and cannot write
  /// @param why what the name or handle can be taken for, or null when nothing is to be decided
  /// @param chosen the roles that were chosen on others than it has now, or null
  public record Row(
      String handle,
      String name,
      @Nullable String wanted,
      String joined,
      Set<String> roles,
      boolean waiting,
      boolean refused,
      @Nullable String why,
      String version,
      String rolesVersion,
      @Nullable Set<String> chosen) {

    static Row of(AccountsClient.Account account) {
      String joined = account.joined();
      return new Row(
          account.handle(),
          account.name(),
          account.wanted(),
          joined.length() > 10 ? joined.substring(0, 10) : joined,
          account.roles(),
          account.waiting(),
          account.refused(),
          account.waiting() || account.refused() ? why(account) : null,
          account.version(),
          account.rolesVersion(),
          null);
    }

    /// The same with what an admin chose for it on roles that it has no longer.
    Row choosing(Set<String> other) {
      return new Row(
          handle, name, wanted, joined, roles, waiting, refused, why, version, rolesVersion, other);
    }

    /// Whether this role is ticked.
    public boolean ticked(String role) {
      return (chosen == null ? roles : chosen).contains(role);
    }

    /// The roles that it has, in words.
    public String has() {
      return String.join(", ", ROLES.stream().filter(roles::contains).toList());
    }

    private static String why(AccountsClient.Account account) {
      String what = "handle".equals(account.concernOf()) ? "The handle" : "The name";
      return switch (account.concernLike() == null ? "" : account.concernLike()) {
        case "site" -> what + " looks like words with which the site speaks.";
        case "staff" -> what + " looks like that of a moderator or admin.";
        case "addressee" -> what + " looks like somebody to whom a public letter is written.";
        case "byline" -> what + " looks like the byline of a public letter.";
        case "unknown" ->
            "It could not be compared with the letters yet. It is as soon as posts-service"
                + " answers; then this decides itself or waits for you.";
        default -> what + " has to be looked at.";
      };
    }
  }
}
