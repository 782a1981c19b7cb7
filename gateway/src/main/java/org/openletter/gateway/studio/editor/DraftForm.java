package org.openletter.gateway.studio.editor;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.neighbour.posts.Draft;
import org.openletter.gateway.neighbour.posts.DraftsClient;

/// A letter as it stands in the form.
///
/// @param topics separated by commas
/// @param language as a language tag; empty when it is to be found in the words
/// @param version what the form was filled from; 0 for a letter that was never kept
/// @param key hidden in the form of a new letter: sent twice it begins one letter
/// @param was a mark for each part as it was when the form was filled, which tells later what was
///   changed here; empty when nobody knows
/// @param apart whether what was kept before stays a version of its own, because another window
///   wrote it
public record DraftForm(
    String addressee,
    String title,
    String body,
    String byline,
    String disclaimer,
    String topics,
    String language,
    int version,
    String key,
    String was,
    boolean apart) {

  private static final int MARK = 8;

  static DraftForm empty(String key) {
    return new DraftForm("", "", "", "", "", "", "", 0, key, "", false).marked();
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
        line(fields, "language"),
        number(fields.getOrDefault("version", "")),
        line(fields, "key"),
        line(fields, "was"),
        fields.getOrDefault("apart", "").equals("true"));
  }

  static DraftForm of(Draft draft) {
    return new DraftForm(
            or(draft.addressee()),
            or(draft.title()),
            or(draft.body()),
            or(draft.byline()),
            or(draft.disclaimer()),
            draft.topics() == null ? "" : String.join(", ", draft.topics()),
            or(draft.language()),
            draft.version(),
            "",
            "",
            false)
        .marked();
  }

  static DraftForm of(DraftsClient.Text text) {
    return new DraftForm(
        or(text.addressee()),
        or(text.title()),
        or(text.body()),
        or(text.byline()),
        or(text.disclaimer()),
        text.topics() == null ? "" : String.join(", ", text.topics()),
        or(text.language()),
        text.version(),
        "",
        "",
        false);
  }

  /// The same words, which have just been kept as this version.
  DraftForm upon(int kept) {
    return new DraftForm(
            addressee, title, body, byline, disclaimer, topics, language, kept, key, "", false)
        .marked();
  }

  /// The same words under another key.
  DraftForm keyed(String other) {
    return new DraftForm(
        addressee, title, body, byline, disclaimer, topics, language, version, other, was, apart);
  }

  /// These words and, in the parts that were not touched here, those of another window; to be kept
  /// on top of those, which stay a version of their own.
  DraftForm over(DraftForm newer) {
    return new DraftForm(
        changed("addressee") ? addressee : newer.addressee,
        changed("title") ? title : newer.title,
        changed("body") ? body : newer.body,
        changed("byline") ? byline : newer.byline,
        changed("disclaimer") ? disclaimer : newer.disclaimer,
        changed("topics") ? topics : newer.topics,
        changed("language") ? language : newer.language,
        newer.version,
        key,
        newer.marks(),
        true);
  }

  /// The parts by the names of their fields, in the order of the form, as they are compared.
  Map<String, String> parts() {
    var parts = new LinkedHashMap<String, String>();
    parts.put("addressee", addressee);
    parts.put("title", title);
    parts.put("body", body.strip());
    parts.put("byline", byline);
    parts.put("disclaimer", disclaimer);
    parts.put("topics", String.join(", ", topicList()));
    parts.put("language", language);
    return parts;
  }

  /// Whether this part is another one than when the form was filled. Where nobody knows it is.
  boolean changed(String part) {
    return differs(part, parts().getOrDefault(part, ""));
  }

  /// Whether these words are other ones than stood in this part when the form was filled. Where
  /// nobody knows they are.
  boolean differs(String part, String words) {
    int at = List.copyOf(parts().keySet()).indexOf(part) * MARK;
    return !knowsWhatWas() || !was.substring(at, at + MARK).equals(mark(words));
  }

  /// Whether the form tells how it was filled.
  boolean knowsWhatWas() {
    return was.length() == marks().length();
  }

  private DraftForm marked() {
    return new DraftForm(
        addressee, title, body, byline, disclaimer, topics, language, version, key, marks(), apart);
  }

  private String marks() {
    return parts().values().stream().map(DraftForm::mark).collect(Collectors.joining());
  }

  private static String mark(String part) {
    var sum = new CRC32C();
    sum.update(part.getBytes(StandardCharsets.UTF_8));
    return "%08x".formatted(sum.getValue());
  }

  /// Whether nobody has written anything yet.
  boolean blank() {
    return (addressee + title + body + byline + disclaimer + topics).isBlank();
  }

  DraftsClient.NewLetter begun() {
    return new DraftsClient.NewLetter(
        title, addressee, byline, disclaimer, topicList(), body, language, key);
  }

  DraftsClient.ChangedLetter changed() {
    return new DraftsClient.ChangedLetter(
        title, addressee, byline, disclaimer, topicList(), body, language, version, apart);
  }

  DraftsClient.Words words() {
    return new DraftsClient.Words(title, addressee, byline, body, language);
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
