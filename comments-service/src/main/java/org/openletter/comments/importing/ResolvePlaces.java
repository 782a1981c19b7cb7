package org.openletter.comments.importing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openletter.comments.comment.Comment;
import org.openletter.comments.comment.Origin;
import org.openletter.comments.storage.Comments;
import org.openletter.platform.id.Ids;
import org.springframework.stereotype.Component;

/// Finds the places of imported comments: parents are in the same batch or came with an earlier
/// one. A parent that is nowhere, or a circle, makes a response to the letter.
@Component
class ResolvePlaces {

  private static final String IMPORTER = "wxr";

  private final Comments comments;

  ResolvePlaces(Comments comments) {
    this.comments = comments;
  }

  /// The places by the ids of the file. Each comment is placed once, each parent of an earlier
  /// batch looked up once, however deep the file nests.
  Map<String, Origin.Place> resolve(String letterId, List<ImportedComment> batch) {
    Map<String, ImportedComment> bySource = new HashMap<>();
    batch.forEach(imported -> bySource.put(imported.sourceId(), imported));
    Map<String, Origin.Place> places = new HashMap<>();
    Map<String, Optional<Comment>> earlier = new HashMap<>();
    for (ImportedComment imported : batch) {
      for (ImportedComment next : unplaced(imported, bySource, places)) {
        places.put(next.sourceId(), place(letterId, next, bySource, places, earlier));
      }
    }
    return places;
  }

  // This one and those above it that have no place yet, the uppermost first. A circle ends where it
  // began.
  private static Deque<ImportedComment> unplaced(
      ImportedComment imported,
      Map<String, ImportedComment> bySource,
      Map<String, Origin.Place> places) {
    Deque<ImportedComment> way = new ArrayDeque<>();
    Set<String> onTheWay = new HashSet<>();
    ImportedComment at = imported;
    while (at != null && !places.containsKey(at.sourceId()) && onTheWay.add(at.sourceId())) {
      way.push(at);
      at = at.parentSource() == null ? null : bySource.get(at.parentSource());
    }
    return way;
  }

  private Origin.Place place(
      String letterId,
      ImportedComment imported,
      Map<String, ImportedComment> bySource,
      Map<String, Origin.Place> places,
      Map<String, Optional<Comment>> earlier) {
    String id = id(letterId, imported);
    String parentSource = imported.parentSource();
    if (parentSource == null) {
      return Origin.Place.root(id);
    }
    ImportedComment parent = bySource.get(parentSource);
    if (parent != null) {
      Origin.Place above = places.get(parentSource);
      return above == null ? Origin.Place.root(id) : above.reply(id(letterId, parent), id);
    }
    return earlier
        .computeIfAbsent(parentSource, source -> comments.sent(letterId, null, key(source)))
        .map(p -> p.origin().place().reply(p.id(), id))
        .orElseGet(() -> Origin.Place.root(id));
  }

  /// The id of an imported comment, always the same one.
  String id(String letterId, ImportedComment imported) {
    return Ids.derivedUuid7(imported.writtenAt(), IMPORTER, letterId, imported.sourceId());
  }

  /// What an imported comment has for a key.
  static String key(String source) {
    return "import:" + source;
  }
}
