package org.openletter.comments.importing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openletter.comments.comment.Comment;
import org.openletter.comments.comment.Origin;
import org.openletter.comments.keeping.Comments;
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

  /// The places by the ids of the file.
  Map<String, Origin.Place> resolve(String letterId, List<ImportedComment> batch) {
    Map<String, ImportedComment> bySource = new HashMap<>();
    batch.forEach(imported -> bySource.put(imported.sourceId(), imported));
    Map<String, Origin.Place> places = new HashMap<>();
    for (ImportedComment imported : batch) {
      resolve(letterId, imported, bySource, places, new HashSet<>());
    }
    return places;
  }

  /// The id of an imported comment, always the same one.
  String id(String letterId, ImportedComment imported) {
    return Ids.derivedUuid7(imported.writtenAt(), IMPORTER, letterId, imported.sourceId());
  }

  /// What an imported comment has for a key.
  static String key(String source) {
    return "import:" + source;
  }

  // A batch has at most a few hundred, so the recursion is bounded.
  private Origin.Place resolve(
      String letterId,
      ImportedComment imported,
      Map<String, ImportedComment> bySource,
      Map<String, Origin.Place> places,
      Set<String> onTheWay) {
    Origin.Place known = places.get(imported.sourceId());
    if (known != null) {
      return known;
    }
    String id = id(letterId, imported);
    Origin.Place place = Origin.Place.root(id);
    String parentSource = imported.parentSource();
    if (onTheWay.add(imported.sourceId()) && parentSource != null) {
      ImportedComment parent = bySource.get(parentSource);
      if (parent != null && !onTheWay.contains(parentSource)) {
        place =
            resolve(letterId, parent, bySource, places, onTheWay).reply(id(letterId, parent), id);
      } else if (parent == null) {
        place = stored(letterId, parentSource, id, place);
      }
    }
    places.put(imported.sourceId(), place);
    return place;
  }

  private Origin.Place stored(
      String letterId, @Nullable String parentSource, String id, Origin.Place otherwise) {
    Optional<Comment> parent =
        parentSource == null ? Optional.empty() : comments.sent(letterId, null, key(parentSource));
    return parent.map(p -> p.origin().place().reply(p.id(), id)).orElse(otherwise);
  }
}
