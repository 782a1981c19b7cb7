package org.openletter.profiles.session;

import org.openletter.platform.session.SessionContents;

/// The sessions of this side hold words only, so nothing in the database is ever turned into an
/// object of a class that the database names.
final class Words implements SessionContents {

  @Override
  public void check(String name, Object value) {
    if (!(value instanceof String)) {
      throw new IllegalArgumentException("A session holds words only, not " + value.getClass());
    }
  }

  @Override
  public Object write(String name, Object value, String key) {
    return value;
  }

  @Override
  public Object read(String name, Object written, String key) {
    return written.toString();
  }
}
