package org.openletter.posts.importing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openletter.posts.comment.ImportedComments.ImportedComment;

/// Imports in memory, as the real ones keep them.
final class InMemoryImports implements Imports {

  private final Map<String, Import> imports = new HashMap<>();
  private final Map<String, List<Import.ImportedLetter>> letters = new HashMap<>();
  private final Map<String, List<ImportedComment>> batches = new HashMap<>();

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
        .filter(found -> found.ownerId().equals(ownerId) && found.expiresAt().isAfter(now));
  }

  @Override
  public List<Import.ImportedLetter> letters(String importId) {
    return letters.getOrDefault(importId, List.of());
  }

  @Override
  public Optional<Import.ImportedLetter> letter(String importId, int number) {
    return letters(importId).stream().filter(l -> l.number() == number).findFirst();
  }

  @Override
  public Optional<List<ImportedComment>> batch(String importId, int letter, int batch) {
    return Optional.ofNullable(batches.get(importId + ":" + letter + ":" + batch));
  }

  @Override
  public void confirm(String importId, Set<Integer> chosen, Instant end) {
    change(importId, Import.State.BRINGING_IN, chosen, end);
  }

  @Override
  public void done(String importId) {
    change(importId, Import.State.DONE, Set.of(), Instant.EPOCH);
  }

  @Override
  public void remove(String importId) {
    imports.remove(importId);
    letters.remove(importId);
    batches.keySet().removeIf(key -> key.startsWith(importId + ":"));
  }

  private void change(String importId, Import.State state, Set<Integer> chosen, Instant end) {
    imports.computeIfPresent(
        importId,
        (_, old) -> {
          Set<Integer> all = new HashSet<>(old.chosen());
          all.addAll(chosen);
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
              all);
        });
  }
}
