package org.openletter.posts.importing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.openletter.posts.comment.ImportedComments.ImportedComment;

/// Imports in memory, as the real ones keep them.
final class InMemoryImports implements Imports {

  private final Map<String, Import> imports = new HashMap<>();
  private final Map<String, List<Import.ImportedLetter>> letters = new HashMap<>();
  private final Map<String, List<ImportedComment>> batches = new HashMap<>();
  private final Map<String, Instant> due = new HashMap<>();
  private final List<Integer> keptLonger = new ArrayList<>();

  private Runnable stopAt = () -> {};
  private Runnable afterReading = () -> {};
  private Runnable beforeActing = () -> {};

  /// Does this before it remembers that a letter is here.
  void beforeRemembering(Runnable something) {
    stopAt = something;
  }

  /// Does this once, before an import is cancelled or removed.
  void beforeActing(Runnable something) {
    beforeActing =
        () -> {
          beforeActing = () -> {};
          something.run();
        };
  }

  /// Takes a letter away right after it was found.
  void sweepAfterReading(String importId, int number) {
    afterReading =
        () ->
            letters
                .getOrDefault(importId, new ArrayList<>())
                .removeIf(letter -> letter.number() == number);
  }

  /// The letters that the last choice has kept longer.
  List<Integer> keptLonger() {
    return List.copyOf(keptLonger);
  }

  /// Whether anything of this import is left.
  boolean knows(String importId) {
    return imports.containsKey(importId) || letters.containsKey(importId);
  }

  @Override
  public void addBatch(
      String importId, int letter, int batch, List<ImportedComment> comments, Instant end) {
    batches.put(importId + ":" + letter + ":" + batch, comments);
  }

  @Override
  public void addLetter(String importId, Import.ImportedLetter letter, Instant end) {
    letters.computeIfAbsent(importId, _ -> new ArrayList<>()).add(letter);
  }

  @Override
  public void add(Import checked) {
    imports.put(checked.id(), checked);
  }

  @Override
  public Optional<Import> find(String id, String ownerId, Instant now) {
    return Optional.ofNullable(imports.get(id))
        .filter(found -> found.state() != Import.State.CANCELLED)
        .filter(found -> found.ownerId().equals(ownerId) && found.expiresAt().isAfter(now));
  }

  @Override
  public List<Import.ImportedLetter> letters(String importId, int from) {
    return those(importId, letter -> letter.number() >= from);
  }

  @Override
  public List<Import.ImportedLetter> letters(String importId, List<String> sources) {
    List<Import.ImportedLetter> found =
        those(importId, letter -> sources.contains(letter.source()));
    afterReading.run();
    return found;
  }

  @Override
  public List<Import.ImportedLetter> letters(String importId, Set<Integer> numbers) {
    return those(importId, letter -> numbers.contains(letter.number()));
  }

  private List<Import.ImportedLetter> those(
      String importId, Predicate<Import.ImportedLetter> which) {
    return letters.getOrDefault(importId, List.of()).stream()
        .filter(which)
        .limit(Import.MOST_AT_ONCE)
        .toList();
  }

  @Override
  public Optional<Import.ImportedLetter> letter(String importId, int number) {
    return those(importId, l -> l.number() == number).stream().findFirst();
  }

  @Override
  public Optional<List<ImportedComment>> batch(String importId, int letter, int batch) {
    return Optional.ofNullable(batches.get(importId + ":" + letter + ":" + batch));
  }

  @Override
  public Confirmed confirm(
      Import found,
      Import.Choice choice,
      List<Import.ImportedLetter> added,
      Instant when,
      Instant end) {
    if (!letters.getOrDefault(found.id(), List.of()).containsAll(added)) {
      return Confirmed.GONE;
    }
    if (!asFound(found)) {
      return Confirmed.CHANGED;
    }
    keptLonger.clear();
    added.forEach(letter -> keptLonger.add(letter.number()));
    change(found.id(), old -> with(old, Import.State.BRINGING_IN, choice, end));
    due.put(found.id(), when);
    return Confirmed.DONE;
  }

  @Override
  public boolean here(String importId, int number) {
    stopAt.run();
    if (!is(importId, Import.State.BRINGING_IN)) {
      return false;
    }
    change(
        importId,
        old -> {
          Set<Integer> here = new HashSet<>(old.choice().here());
          here.add(number);
          Import.Choice choice =
              new Import.Choice(
                  old.choice().letters(), here, old.choice().initials(), old.choice().author());
          return with(old, old.state(), choice, old.expiresAt());
        });
    return true;
  }

  @Override
  public Optional<Import> claim(Instant now, Instant until) {
    Optional<String> id =
        due.entrySet().stream()
            .filter(entry -> !entry.getValue().isAfter(now))
            .map(Map.Entry::getKey)
            .findFirst();
    id.ifPresent(found -> due.put(found, until));
    return id.map(imports::get);
  }

  @Override
  public void postpone(String importId, Instant when) {
    due.computeIfPresent(importId, (_, _) -> when);
  }

  @Override
  public void rest(Import found) {
    if (asFound(found)) {
      due.remove(found.id());
    }
  }

  @Override
  public void done(String importId) {
    if (is(importId, Import.State.BRINGING_IN)) {
      change(importId, old -> with(old, Import.State.DONE, old.choice(), old.expiresAt()));
      due.remove(importId);
    }
  }

  @Override
  public Optional<Import> cancel(Import found, Instant when) {
    beforeActing.run();
    if (!asFound(found)) {
      return Optional.empty();
    }
    change(found.id(), old -> with(old, Import.State.CANCELLED, old.choice(), old.expiresAt()));
    due.put(found.id(), when);
    return Optional.of(known(found.id()));
  }

  @Override
  public boolean remove(Import found) {
    beforeActing.run();
    if (!asFound(found)) {
      return false;
    }
    forget(found.id());
    letters.remove(found.id());
    batches.keySet().removeIf(key -> key.startsWith(found.id() + ":"));
    return true;
  }

  @Override
  public void forget(String importId) {
    imports.remove(importId);
    due.remove(importId);
  }

  @Override
  public long waiting(int most) {
    return Math.min(most, due.size());
  }

  @Override
  public Optional<Instant> oldest() {
    return due.keySet().stream().map(id -> known(id).at()).min(Instant::compareTo);
  }

  private Import known(String importId) {
    return Objects.requireNonNull(imports.get(importId));
  }

  private boolean is(String importId, Import.State state) {
    return imports.containsKey(importId) && known(importId).state() == state;
  }

  private boolean asFound(Import found) {
    return is(found.id(), found.state())
        && known(found.id()).choice().letters().equals(found.choice().letters());
  }

  private void change(String importId, UnaryOperator<Import> how) {
    imports.computeIfPresent(importId, (_, old) -> how.apply(old));
  }

  private static Import with(Import old, Import.State state, Import.Choice choice, Instant end) {
    return new Import(
        old.id(),
        old.ownerId(),
        old.file(),
        old.bytes(),
        state,
        old.at(),
        end.isAfter(old.expiresAt()) ? end : old.expiresAt(),
        old.screened(),
        old.leftOut(),
        old.notes(),
        old.clusters(),
        old.totals(),
        choice);
  }
}
