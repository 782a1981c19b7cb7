package org.openletter.posts.letter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.outbox.OutboxEvent;

/// Letters that keep the same contract as the real ones.
public final class InMemoryLetters implements Letters {

  private final Map<LetterId, Letter> letters = new HashMap<>();
  private final List<OutboxEvent> events = new ArrayList<>();
  private final Map<LetterId, String> lastEvents = new HashMap<>();
  private final Set<LetterId> waiting = new HashSet<>();

  private Runnable beforeNextChange = () -> {};

  /// All events so far, oldest first.
  public List<OutboxEvent> events() {
    return events;
  }

  /// Says that everything has been delivered.
  public void delivered() {
    waiting.clear();
  }

  /// Somebody else gets in between reading and writing, once.
  public void meanwhile(Runnable somethingElse) {
    beforeNextChange =
        () -> {
          beforeNextChange = () -> {};
          somethingElse.run();
        };
  }

  @Override
  public Optional<Letter> find(LetterId id) {
    return Optional.ofNullable(letters.get(id));
  }

  @Override
  public Optional<String> lastEvent(LetterId id) {
    return Optional.ofNullable(lastEvents.get(id));
  }

  @Override
  public boolean add(Letter.Draft draft, List<OutboxEvent> with) {
    beforeNextChange.run();
    if (letters.putIfAbsent(draft.id(), draft) != null) {
      return false;
    }
    remember(draft, with);
    return true;
  }

  @Override
  public boolean change(Letter letter, List<OutboxEvent> with) {
    beforeNextChange.run();
    if (isStale(letter)) {
      return false;
    }
    letters.put(letter.id(), withRevision(letter, letter.manuscript().revision() + 1));
    remember(letter, with);
    return true;
  }

  @Override
  public boolean discard(Letter.Draft draft, List<OutboxEvent> with) {
    beforeNextChange.run();
    if (isStale(draft)) {
      return false;
    }
    letters.remove(draft.id());
    remember(draft, with);
    return true;
  }

  @Override
  public List<Letter.Published> published(
      @Nullable String handle, @Nullable Position after, int limit) {
    return page(
            letters.values().stream()
                .filter(Letter.Published.class::isInstance)
                .map(Letter.Published.class::cast)
                .filter(l -> handle == null || l.manuscript().author().handle().equals(handle)),
            l -> l.publication().publishedAt(),
            after)
        .limit(limit)
        .toList();
  }

  @Override
  public List<Letter> ofOwner(String accountId, @Nullable Position after, int limit) {
    return page(
            letters.values().stream().filter(l -> l.isOf(accountId)),
            l -> l.latest().savedAt(),
            after)
        .limit(limit)
        .toList();
  }

  @Override
  public int drafts(String accountId, int limit) {
    return (int)
        letters.values().stream()
            .filter(l -> l instanceof Letter.Draft && l.isOf(accountId))
            .limit(limit)
            .count();
  }

  @Override
  public Set<LetterId> existing(Set<LetterId> ids) {
    return ids.stream().filter(letters::containsKey).collect(Collectors.toSet());
  }

  @Override
  public boolean waitingForDelivery(Set<LetterId> ids) {
    return ids.stream().anyMatch(waiting::contains);
  }

  @Override
  public void rename(Author author) {
    letters.replaceAll(
        (_, letter) -> letter.isOf(author.id()) ? withAuthor(letter, author) : letter);
  }

  private static <L extends Letter> Stream<L> page(
      Stream<L> letters, Function<L, Instant> at, @Nullable Position after) {
    Comparator<L> newestFirst =
        Comparator.comparing(at).thenComparing(l -> l.id().value()).reversed();
    return letters
        .filter(l ->
            after == null
                || at.apply(l).isBefore(after.at())
                || at.apply(l).equals(after.at())
                    && l.id().value().compareTo(after.id().value()) < 0)
        .sorted(newestFirst);
  }

  private void remember(Letter letter, List<OutboxEvent> with) {
    events.addAll(with);
    if (!with.isEmpty()) {
      waiting.add(letter.id());
      lastEvents.put(letter.id(), with.getLast().id());
    }
  }

  private boolean isStale(Letter letter) {
    Letter stored = letters.get(letter.id());
    return stored == null || stored.manuscript().revision() != letter.manuscript().revision();
  }

  private static Letter withRevision(Letter letter, long revision) {
    Letter.Manuscript m = letter.manuscript();
    return with(
        letter, new Letter.Manuscript(m.id(), m.author(), m.origin(), m.latest(), revision));
  }

  private static Letter withAuthor(Letter letter, Author author) {
    Letter.Manuscript m = letter.manuscript();
    return with(
        letter, new Letter.Manuscript(m.id(), author, m.origin(), m.latest(), m.revision()));
  }

  private static Letter with(Letter letter, Letter.Manuscript manuscript) {
    return switch (letter) {
      case Letter.Draft _ -> new Letter.Draft(manuscript);
      case Letter.Published p -> new Letter.Published(manuscript, p.publication());
      case Letter.Withdrawn w -> new Letter.Withdrawn(manuscript, w.publication(), w.withdrawnAt());
    };
  }
}
