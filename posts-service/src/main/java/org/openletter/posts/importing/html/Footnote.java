package org.openletter.posts.importing.html;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A footnote as WordPress keeps it: beside the text, which only has its number.
///
/// @param html what it says
public record Footnote(String html) {

  /// Nobody reads more.
  private static final int MOST = 500;

  /// Reads what WordPress keeps under the name `footnotes`. Empty when it is something else.
  public static List<Footnote> read(String json) {
    List<Footnote> footnotes = new ArrayList<>();
    for (JsonNode note : tree(json)) {
      if (note.path("content").isString() && footnotes.size() < MOST) {
        footnotes.add(new Footnote(note.path("content").asString()));
      }
    }
    return List.copyOf(footnotes);
  }

  private static Iterable<JsonNode> tree(String json) {
    try {
      @Nullable JsonNode read = JsonMapper.shared().readTree(json);
      return read == null ? List.of() : read;
    } catch (JacksonException somethingElse) {
      return List.of();
    }
  }
}
