package org.openletter.gateway.studio.editor;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The words that another window kept while these were written.
///
/// @param words all of them
/// @param parts what was changed there and is not what stands in the form, in its order
/// @param known whether the form told how it was filled; else nobody knows what was changed where
public record Newer(@Nullable Instant savedAt, DraftForm words, List<Part> parts, boolean known) {

  private static final Map<String, String> LABELS =
      Map.of(
          "addressee", "To",
          "title", "Title",
          "body", "Letter",
          "byline", "Written by",
          "disclaimer", "Disclaimer",
          "topics", "Topics",
          "language", "Language");

  /// One part that differs.
  ///
  /// @param name the name of its field
  /// @param words what the other window kept
  /// @param both whether it was changed here too, so that her own words stay in the form; else the
  ///   newer ones stand there now
  public record Part(String name, String label, String words, boolean both) {}

  /// What stands in the form beside what was kept.
  static Newer against(DraftForm typed, DraftForm kept, @Nullable Instant savedAt) {
    var mine = typed.parts();
    return new Newer(
        savedAt,
        kept,
        kept.parts().entrySet().stream()
            .filter(part -> !part.getValue().equals(mine.get(part.getKey())))
            .filter(part -> typed.differs(part.getKey(), part.getValue()))
            .map(part ->
                new Part(
                    part.getKey(),
                    label(part.getKey()),
                    part.getValue(),
                    typed.changed(part.getKey())))
            .toList(),
        typed.knowsWhatWas());
  }

  /// The words beside the field of this name.
  static String label(String field) {
    return LABELS.getOrDefault(field, field);
  }

  public int version() {
    return words.version();
  }

  /// Where both windows wrote, or may have.
  public List<Part> both() {
    return parts.stream().filter(Part::both).toList();
  }

  /// What was taken over from the other window, because nothing was changed here.
  public List<Part> taken() {
    return parts.stream().filter(part -> !part.both()).toList();
  }
}
