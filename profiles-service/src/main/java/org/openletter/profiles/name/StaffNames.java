package org.openletter.profiles.name;

import java.util.Set;

/// Knows what the moderators and admins of the site are called.
@FunctionalInterface
public interface StaffNames {

  /// Whether one of them has a handle or name that looks like one of these keys.
  boolean taken(Set<String> keys);
}
