package org.openletter.platform.call;

import java.util.Optional;

/// Where the token of the person comes from on whose behalf a call is made. The gateway has one in
/// its session; a service has the one it was called with.
@FunctionalInterface
public interface RelayedToken {

  /// The token of the current caller, empty when nobody is signed in.
  Optional<String> current();

  /// Another token for the same caller, after a neighbour refused this one (401). Empty when there
  /// is none: whoever only passes tokens on has no other. Throws `NoAnswer` when nobody can tell.
  default Optional<String> renewed(String refused) {
    return Optional.empty();
  }
}
