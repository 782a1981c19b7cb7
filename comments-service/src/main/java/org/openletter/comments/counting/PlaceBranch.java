package org.openletter.comments.counting;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openletter.comments.comment.CommentAddress;
import org.openletter.comments.storage.CommentPlaces;
import org.springframework.stereotype.Component;

/// Puts every shown comment of a branch under the nearest one above it that is shown, else at the
/// root, and counts what is below each. Done again it changes nothing.
@Component
class PlaceBranch {

  /// Further down the places that comments got when they came are kept, and counts say at least.
  private static final int MOST = 2000;

  private final CommentPlaces places;

  PlaceBranch(CommentPlaces places) {
    this.places = places;
  }

  void place(String letterId, String rootId) {
    List<CommentPlaces.Place> branch = places.branch(letterId, rootId, MOST);
    Map<String, Long> below = new HashMap<>();
    for (CommentPlaces.Place place : branch) {
      if (place.shown()) {
        above(place).forEach(id -> below.merge(id, 1L, Long::sum));
      }
    }
    Map<String, CommentPlaces.Place> byId = new HashMap<>();
    branch.forEach(place -> byId.put(place.id(), place));
    for (CommentPlaces.Place place : branch) {
      String parent = nearestShown(place, byId);
      long replies = below.getOrDefault(place.id(), 0L);
      if (place.shown()
          && (!Objects.equals(parent, place.parentId()) || replies != place.replies())) {
        places.place(new CommentAddress(letterId, place.id()), parent, replies);
      }
    }
  }

  private static @Nullable String nearestShown(
      CommentPlaces.Place place, Map<String, CommentPlaces.Place> byId) {
    for (String id : above(place).reversed()) {
      CommentPlaces.Place above = byId.get(id);
      if (above != null && above.shown()) {
        return id;
      }
    }
    return null;
  }

  private static List<String> above(CommentPlaces.Place place) {
    List<String> path = Arrays.asList(place.path().split("\\.", -1));
    return path.subList(0, path.size() - 1);
  }
}
