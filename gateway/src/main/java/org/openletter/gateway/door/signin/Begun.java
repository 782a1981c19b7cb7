package org.openletter.gateway.door.signin;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The sign-ins that one browser has begun, at most five: somebody may have several pages open. Of
/// a finished one it is still known where it led, for whoever goes back to it.
record Begun(List<One> all) {

  private static final int MOST = 5;

  static final Begun NOTHING = new Begun(List.of());

  /// One sign-in under way.
  ///
  /// @param state names it in the answer of the authorization server
  /// @param verifier what the code is redeemed with (PKCE); null once it was
  /// @param from where the person came from
  record One(String state, @Nullable String nonce, @Nullable String verifier, String from) {

    private boolean isFinished() {
      return verifier == null;
    }
  }

  Begun with(One one) {
    return new Begun(Stream.concat(Stream.of(one), all.stream()).limit(MOST).toList());
  }

  /// Without the one that was begun longest ago.
  Begun shorter() {
    return new Begun(all.subList(0, all.size() - 1));
  }

  Begun finished(One one) {
    One finished = new One(one.state(), null, null, one.from());
    return new Begun(all.stream().map(o -> o.equals(one) ? finished : o).toList());
  }

  Optional<One> find(@Nullable String state) {
    return of(state).filter(one -> !one.isFinished());
  }

  Optional<One> findFinished(@Nullable String state) {
    return of(state).filter(One::isFinished);
  }

  private Optional<One> of(@Nullable String state) {
    return all.stream().filter(o -> o.state().equals(state)).findFirst();
  }
}
