package org.openletter.gateway.signin;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The sign-ins that one browser has begun and not finished, at most five: somebody may have
/// several pages open.
record Begun(List<One> all) {

  private static final int MOST = 5;

  static final Begun NOTHING = new Begun(List.of());

  /// One sign-in under way.
  ///
  /// @param state names it in the answer of the authorization server
  /// @param verifier what the code is redeemed with (PKCE)
  /// @param from where the person came from
  record One(String state, @Nullable String nonce, @Nullable String verifier, String from) {}

  Begun with(One one) {
    return new Begun(Stream.concat(Stream.of(one), all.stream()).limit(MOST).toList());
  }

  Begun without(One one) {
    return new Begun(all.stream().filter(o -> !o.equals(one)).toList());
  }

  Optional<One> find(@Nullable String state) {
    return all.stream().filter(o -> o.state().equals(state)).findFirst();
  }
}
