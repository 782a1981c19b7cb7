package org.openletter.profiles.tries;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.limit.Limit;
import org.openletter.profiles.name.Handle;
import org.springframework.stereotype.Component;

/// Slows down whoever guesses, without giving him a way to lock the owner out. Strangers are
/// counted three times: for one handle from one block of addresses, from one block for any handle,
/// and for one handle from anywhere; the last does not hold for a browser in which somebody signed
/// in to this handle before. Whether there is such an account makes no difference, and a try is
/// counted before anything is compared, so that a hundred at once are a hundred. A refused try does
/// not lengthen the wait. In memory, by instance; no address is known here.
@Component
public class Tries {

  private final TriesSettings settings;
  private final Clock clock;
  private final Map<Pair, Growing> pairs = new Windows.Remembered<>();
  private final Windows<Place> places;
  private final Windows<Target> targets;

  Tries(TriesSettings settings, NetworkTriesSettings network, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.places = new Windows<>(new Limit(network.times(), network.per()));
    this.targets = new Windows<>(new Limit(settings.handle(), settings.handleWindow()));
  }

  /// Begins a try for this handle; null when what was typed cannot be one. Empty when it may go on.
  public synchronized Optional<TooMany> begin(
      Purpose purpose, @Nullable Handle handle, Guesser guesser) {
    Instant now = clock.instant();
    Optional<TooMany> tooMany =
        ofHandle(purpose, handle, guesser, now).or(() -> ofNetwork(purpose, guesser, now));
    if (tooMany.isEmpty()) {
      take(purpose, handle, guesser, now);
    }
    return tooMany;
  }

  // What cannot be a handle is nobody's: there is no owner to guard.
  private Optional<TooMany> ofHandle(
      Purpose purpose, @Nullable Handle handle, Guesser guesser, Instant now) {
    if (handle == null) {
      return Optional.empty();
    }
    Growing here = pairs.get(new Pair(purpose, handle, guesser));
    Duration wait = here == null ? Duration.ZERO : here.waitAt(now, settings);
    return wait.isZero() && meetsTheOwnersGuard(guesser)
        ? tooMany(TooMany.Why.EVERYWHERE, targets.waitAt(new Target(purpose, handle), now))
        : tooMany(TooMany.Why.HERE, wait);
  }

  private Optional<TooMany> ofNetwork(Purpose purpose, Guesser guesser, Instant now) {
    return guesser instanceof Guesser.Stranger stranger
        ? tooMany(TooMany.Why.NETWORK, places.waitAt(new Place(purpose, stranger.block()), now))
        : Optional.empty();
  }

  private void take(Purpose purpose, @Nullable Handle handle, Guesser guesser, Instant now) {
    if (handle != null) {
      pairs
          .computeIfAbsent(new Pair(purpose, handle, guesser), _ -> new Growing())
          .take(now, settings);
      if (meetsTheOwnersGuard(guesser)) {
        targets.take(new Target(purpose, handle), now);
      }
    }
    if (guesser instanceof Guesser.Stranger stranger) {
      places.take(new Place(purpose, stranger.block()), now);
    }
  }

  private static boolean meetsTheOwnersGuard(Guesser guesser) {
    return guesser instanceof Guesser.Stranger stranger && !stranger.known();
  }

  /// It was the owner: her tries from there are forgotten, and this one was none.
  public synchronized void succeeded(Purpose purpose, Handle handle, Guesser guesser) {
    pairs.remove(new Pair(purpose, handle, guesser));
    if (guesser instanceof Guesser.Stranger stranger) {
      places.giveBack(new Place(purpose, stranger.block()));
    }
    if (meetsTheOwnersGuard(guesser)) {
      targets.giveBack(new Target(purpose, handle));
    }
  }

  private static Optional<TooMany> tooMany(TooMany.Why why, Duration wait) {
    return wait.isZero() ? Optional.empty() : Optional.of(new TooMany(why, wait));
  }

  private record Pair(Purpose purpose, Handle handle, Guesser guesser) {}

  private record Place(Purpose purpose, String block) {}

  private record Target(Purpose purpose, Handle handle) {}
}
