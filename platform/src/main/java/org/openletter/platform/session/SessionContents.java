package org.openletter.platform.session;

import org.jspecify.annotations.Nullable;

/// What the sessions of one side may hold, and how the database has it. Nothing that is stored can
/// name a class: the name of an entry decides what is read from it.
public interface SessionContents {

  /// Throws for what no session of this side holds: a library that hides something in the session
  /// should be noticed.
  void check(String name, Object value);

  /// The value as the database has it.
  ///
  /// @param key where the session is stored, the same for all its life
  Object write(String name, Object value, String key);

  /// The value that was written so; null for what cannot be read, or is not held any more.
  @Nullable Object read(String name, Object written, String key);
}
