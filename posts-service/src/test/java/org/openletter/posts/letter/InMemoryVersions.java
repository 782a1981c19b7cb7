package org.openletter.posts.letter;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openletter.platform.text.SafeHtml;

/// Versions that keep the same contract as the real ones.
public final class InMemoryVersions implements Versions {

  private final Map<String, Version> versions = new HashMap<>();
  private final Map<String, SafeHtml> html = new HashMap<>();

  /// How many there are, of all letters.
  public int count() {
    return versions.size();
  }

  @Override
  public void add(Version version) {
    versions.put(version.id(), version);
  }

  @Override
  public Optional<Version> find(LetterId letterId, String id) {
    return Optional.ofNullable(versions.get(id)).filter(v -> v.letterId().equals(letterId));
  }

  @Override
  public void keep(LetterId letterId, String id, SafeHtml rendered) {
    versions.computeIfPresent(
        id,
        (_, v) ->
            new Version(
                v.id(),
                v.letterId(),
                v.number(),
                v.previous(),
                v.text(),
                v.at(),
                v.sitting(),
                true));
    html.put(id, rendered);
  }

  @Override
  public Optional<SafeHtml> html(LetterId letterId, String id) {
    return Optional.ofNullable(html.get(id));
  }

  @Override
  public List<Version> of(LetterId letterId) {
    return versions.values().stream()
        .filter(v -> v.letterId().equals(letterId))
        .sorted(Comparator.comparing(Version::id).reversed())
        .toList();
  }

  @Override
  public void forget(LetterId letterId, String id) {
    versions.remove(id);
  }

  @Override
  public void forgetAll(LetterId letterId) {
    versions.values().removeIf(v -> v.letterId().equals(letterId));
  }
}
