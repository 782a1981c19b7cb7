package org.openletter.gateway.look.page;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who looks at a page.
///
/// @param signed the person who is signed in, or null for a stranger
public record Viewer(@Nullable Signed signed) {

  /// Nobody in particular: such a page carries no cookie and no token, so it can be kept for
  /// others.
  public static final Viewer STRANGER = new Viewer(null);

  /// The person who is signed in.
  ///
  /// @param unread notices not yet read, or null when nobody could tell
  /// @param waiting responses that wait for this person's decision, or null when nobody could tell
  /// @param names names that wait for the approval of this admin; null for others, or when nobody
  ///   could tell
  /// @param hasLetters whether this person ever began a letter
  /// @param csrf the token that each of her forms carries
  /// @param leaveKey whether Shift, pressed three times, leaves a page
  public record Signed(
      String handle,
      String name,
      Set<String> roles,
      String csrf,
      @Nullable Integer unread,
      @Nullable Integer waiting,
      @Nullable Integer names,
      boolean hasLetters,
      boolean leaveKey) {

    /// Somebody who wishes for nothing in particular.
    public Signed(
        String handle,
        String name,
        Set<String> roles,
        String csrf,
        @Nullable Integer unread,
        @Nullable Integer waiting,
        @Nullable Integer names,
        boolean hasLetters) {
      this(handle, name, roles, csrf, unread, waiting, names, hasLetters, true);
    }
  }

  /// Whether Shift, pressed three times, leaves a page.
  public boolean leavesByKey() {
    return signed == null || signed.leaveKey();
  }

  public boolean isSignedIn() {
    return signed != null;
  }

  /// Whether this person holds a role of the site: `member`, `moderator` or `admin`.
  public boolean has(String role) {
    return signed != null && signed.roles().contains(role);
  }

  /// Whether she may write. An account that waits for staff is signed in and holds no role.
  public boolean mayWrite() {
    return has("member");
  }

  /// Whether the person with this handle is the one who looks.
  public boolean is(@Nullable String handle) {
    return signed != null && signed.handle().equals(handle);
  }
}
