package org.openletter.profiles.tries;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.limit.Limit;
import org.openletter.platform.limit.Limits;
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
  private final Map<Pair, Growing> pairs = new Remembered<>();
  // Each has its own memory: what a stranger makes one forget, the other still knows.
  private final Limits places;
  private final Limits targets;
  private final Limit ofPlace;
  private final Limit ofTarget;

  Tries(TriesSettings settings, NetworkTriesSettings network, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.places = new Limits(clock);
    this.targets = new Limits(clock);
    this.ofPlace = new Limit(network.times(), network.per());
    this.ofTarget = new Limit(settings.handle(), settings.handleWindow());
  }

  /// Begins a try for this handle; null when what was typed cannot be one. Empty when it may go on.
  public synchronized Optional<TooMany> begin(
      Purpose purpose, @Nullable Handle handle, Guesser guesser) {
    Instant now = clock.instant();
    Optional<TooMany> tooMany =
        ofHandle(purpose, handle, guesser, now).or(() -> ofNetwork(purpose, guesser));
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
    if (!wait.isZero()) {
      return Optional.of(new TooMany(TooMany.Why.HERE, wait));
    }
    return meetsTheOwnersGuard(guesser)
        ? targets
            .waitFor(purpose.name(), handle.value(), ofTarget)
            .map(longer -> new TooMany(TooMany.Why.EVERYWHERE, longer))
        : Optional.empty();
  }

  private Optional<TooMany> ofNetwork(Purpose purpose, Guesser guesser) {
    return guesser instanceof Guesser.Stranger stranger
        ? places
            .waitFor(purpose.name(), stranger.block(), ofPlace)
            .map(wait -> new TooMany(TooMany.Why.NETWORK, wait))
        : Optional.empty();
  }

  private void take(Purpose purpose, @Nullable Handle handle, Guesser guesser, Instant now) {
    if (handle != null) {
      pairs
          .computeIfAbsent(new Pair(purpose, handle, guesser), _ -> new Growing())
          .take(now, settings);
      if (meetsTheOwnersGuard(guesser)) {
        targets.take(purpose.name(), handle.value(), ofTarget);
      }
    }
    if (guesser instanceof Guesser.Stranger stranger) {
      places.take(purpose.name(), stranger.block(), ofPlace);
    }
  }

  private static boolean meetsTheOwnersGuard(Guesser guesser) {
    return guesser instanceof Guesser.Stranger stranger && !stranger.known();
  }

  /// It was the owner: her tries from there are forgotten, and this one was none.
  public synchronized void succeeded(Purpose purpose, Handle handle, Guesser guesser) {
    pairs.remove(new Pair(purpose, handle, guesser));
    if (guesser instanceof Guesser.Stranger stranger) {
      places.giveBack(purpose.name(), stranger.block());
    }
    if (meetsTheOwnersGuard(guesser)) {
      targets.giveBack(purpose.name(), handle.value());
    }
  }

  private record Pair(Purpose purpose, Handle handle, Guesser guesser) {}

  /// The least recently used is forgotten first: memory is bounded whatever strangers send.
  private static final class Remembered<K, V> extends LinkedHashMap<K, V> {

    private static final long serialVersionUID = 1;

    private static final int MOST_KEYS = 100_000;

    Remembered() {
      super(64, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > MOST_KEYS;
    }
  }
}
