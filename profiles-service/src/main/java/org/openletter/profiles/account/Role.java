package org.openletter.profiles.account;

import java.util.Locale;
import java.util.Optional;

/// What an account may do. "Creator" is no role: it is owning a letter.
public enum Role {
  /// Writes letters and responses.
  MEMBER,
  /// Decides cases.
  MODERATOR,
  /// Sees the state of the services and grants roles.
  ADMIN;

  /// The word in tokens and answers.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The role of this word, empty when there is none.
  public static Optional<Role> of(String word) {
    for (Role role : values()) {
      if (role.word().equals(word)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
