package org.openletter.platform.call;

import java.util.Optional;

/// Where the token of the person comes from on whose behalf a call is made. The gateway has one in
/// its session; a service has the one it was called with.
@FunctionalInterface
public interface RelayedToken {

  /// The token of the current caller, empty when nobody is signed in.
  Optional<String> current();
}
