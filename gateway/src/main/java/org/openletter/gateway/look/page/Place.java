package org.openletter.gateway.look.page;

/// The entry of the bar that a page belongs to.
public enum Place {
  LETTERS,
  ABOUT,
  WRITE,
  STUDIO,
  INBOX,
  ADMIN,
  /// A page of the person's own menu, or one that no entry leads to.
  ELSEWHERE
}
