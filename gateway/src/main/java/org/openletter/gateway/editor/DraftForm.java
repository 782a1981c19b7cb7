package org.openletter.gateway.editor;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A letter as it stands in the form.
///
/// @param topics separated by commas
/// @param version what the form was filled from; 0 for a letter that was never kept
/// @param key hidden in the form of a new letter: sent twice it begins one letter
public record DraftForm(
    String addressee,
    String title,
    String body,
    String byline,
    String disclaimer,
    String topics,
    int version,
    String key) {

  static DraftForm empty(String key) {
    return new DraftForm("", "", "", "", "", "", 0, key);
  }

  static DraftForm of(Map<String, String> fields) {
    return new DraftForm(
        line(fields, "addressee"),
        line(fields, "title"),
        // A browser sends line ends of its own; kept words have one kind.
        fields.getOrDefault("body", "").replace("\r\n", "\n"),
        line(fields, "byline"),
        line(fields, "disclaimer"),
        line(fields, "topics"),
        number(fields.getOrDefault("version", "")),
        line(fields, "key"));
  }

  static DraftForm of(LettersClient.Draft draft) {
    return new DraftForm(
        or(draft.addressee()),
        or(draft.title()),
        or(draft.body()),
        or(draft.byline()),
        or(draft.disclaimer()),
        draft.topics() == null ? "" : String.join(", ", draft.topics()),
        draft.version(),
        "");
  }

  /// The same words on top of another version.
  DraftForm upon(int newer) {
    return new DraftForm(addressee, title, body, byline, disclaimer, topics, newer, key);
  }

  /// The same words under another key.
  DraftForm keyed(String other) {
    return new DraftForm(addressee, title, body, byline, disclaimer, topics, version, other);
  }

  /// Whether nobody has written anything yet.
  boolean blank() {
    return (addressee + title + body + byline + disclaimer + topics).isBlank();
  }

  LettersClient.NewLetter begun() {
    return new LettersClient.NewLetter(
        title, addressee, byline, disclaimer, topicList(), body, key);
  }

  LettersClient.ChangedLetter changed() {
    return new LettersClient.ChangedLetter(
        title, addressee, byline, disclaimer, topicList(), body, version);
  }

  LettersClient.Words words() {
    return new LettersClient.Words(title, addressee, byline, body);
  }

  private List<String> topicList() {
    return Arrays.stream(topics.split(",", -1))
        .map(String::strip)
        .filter(topic -> !topic.isEmpty())
        .distinct()
        .toList();
  }

  private static String line(Map<String, String> fields, String name) {
    return fields.getOrDefault(name, "").strip();
  }

  private static String or(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static int number(String text) {
    return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
  }
}
