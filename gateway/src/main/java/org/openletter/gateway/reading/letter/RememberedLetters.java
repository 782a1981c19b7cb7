package org.openletter.gateway.reading.letter;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.openletter.gateway.door.cache.KeptElsewhere;
import org.openletter.gateway.neighbour.posts.Letter;
import org.openletter.platform.text.SafeHtml;
import org.springframework.stereotype.Component;

/// The letters that somebody read through this gateway a short while ago, for readers while
/// posts-service does not answer. What is known to be gone is forgotten at once.
@Component
class RememberedLetters implements KeptElsewhere {

  /// As long as a page for strangers may be shown while a service is down.
  static final Duration LONGEST = Duration.ofMinutes(10);

  /// Of rendered text; the letters that were read longest ago go first.
  private static final long MOST_CHARACTERS = 4 << 20;

  private final Clock clock;
  private final Map<String, Remembered> letters = new LinkedHashMap<>(64, 0.75f, true);
  private long characters;

  RememberedLetters(Clock clock) {
    this.clock = clock;
  }

  /// A letter as it was.
  ///
  /// @param letter as a stranger sees it
  /// @param at when posts-service last told it
  record Remembered(Letter letter, Instant at) {

    private long characters() {
      SafeHtml html = letter.html();
      return (html == null ? 0 : html.value().length()) + 1000L;
    }
  }

  synchronized void remember(Letter letter) {
    forget(letter.id());
    Remembered remembered = new Remembered(letter.forStrangers(), clock.instant());
    letters.put(letter.id(), remembered);
    characters += remembered.characters();
    Iterator<Remembered> eldest = letters.values().iterator();
    while (characters > MOST_CHARACTERS && eldest.hasNext()) {
      characters -= eldest.next().characters();
      eldest.remove();
    }
  }

  @Override
  public synchronized void forget(String id) {
    Remembered before = letters.remove(id);
    characters -= before == null ? 0 : before.characters();
  }

  synchronized Optional<Remembered> find(String id) {
    return Optional.ofNullable(letters.get(id))
        .filter(letter -> letter.at().plus(LONGEST).isAfter(clock.instant()));
  }
}
