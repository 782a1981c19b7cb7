package org.openletter.posts.importing.wordpress;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.id.Ids;
import org.openletter.platform.text.PlainText;
import org.openletter.platform.text.PublicName;
import org.openletter.posts.importing.html.Footnote;
import org.openletter.posts.importing.html.ToMarkdown;
import org.openletter.posts.letter.LetterText;

/// One item of a file while it is read.
final class ItemBuilder {

  /// Elements of an item that are read; their names differ in every namespace.
  static final Set<String> FIELDS =
      Set.of(
          "title",
          "link",
          "guid",
          "pubDate",
          "creator",
          "post_id",
          "post_date",
          "post_date_gmt",
          "post_type",
          "post_password",
          "status");

  /// Elements of a comment that are read. Addresses of people are not among them.
  static final Set<String> COMMENT_FIELDS =
      Set.of(
          "comment_id",
          "comment_parent",
          "comment_author",
          "comment_date",
          "comment_date_gmt",
          "comment_content",
          "comment_approved",
          "comment_type");

  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_COMMENT = 8_000;
  private static final String SHORTENED = "\n\n(The end stayed behind when this was brought in.)";

  private final Instant now;
  private final Remarks remarks;
  private final Map<String, String> fields = new HashMap<>();
  private final List<Export.Comment> comments = new ArrayList<>();

  private @Nullable String content = "";
  private List<Footnote> footnotes = List.of();

  ItemBuilder(Instant now, Remarks remarks) {
    this.now = now;
    this.remarks = remarks;
  }

  void field(String name, @Nullable String text) {
    fields.putIfAbsent(name, text == null ? "" : text.strip());
  }

  /// Null when it is too long to be read at all.
  void content(@Nullable String html) {
    content = html;
  }

  /// What WordPress keeps of its footnotes, which are not in the text. Null when it is too long.
  void footnotes(@Nullable String json) {
    footnotes = json == null ? List.of() : Footnote.read(json);
  }

  int commentCount() {
    return comments.size();
  }

  void comment(Map<String, String> read, boolean cut) {
    String type = read.getOrDefault("comment_type", "");
    String approved = read.getOrDefault("comment_approved", "1").strip();
    if (!Set.of("", "comment").contains(type.strip()) || !Set.of("0", "1").contains(approved)) {
      remarks.leftOut(1);
      return;
    }
    String text =
        ToMarkdown.comment(read.getOrDefault("comment_content", ""))
            .map(converted -> shorten(converted.markdown()))
            .orElse("");
    if (cut || PlainText.blank(text)) {
      remarks.leftOut(1);
      return;
    }
    Optional<Instant> at =
        SourceDates.first(
            now, read.getOrDefault("comment_date_gmt", ""), read.getOrDefault("comment_date", ""));
    String signed = line(read.getOrDefault("comment_author", ""));
    String name = name(signed);
    String source = read.getOrDefault("comment_id", "").strip();
    String parent = read.getOrDefault("comment_parent", "0").strip();
    comments.add(
        new Export.Comment(
            source.matches("[0-9]{1,20}")
                ? source
                : Ids.derived12(
                    "comment",
                    PlainText.blank(signed) ? "Somebody" : cut(signed, LONGEST_NAME),
                    text,
                    at.map(Instant::toString).orElse("")),
            parent.isEmpty() || parent.equals("0") ? null : parent,
            name,
            signed,
            text,
            at.orElse(Instant.EPOCH),
            approved.equals("1")));
  }

  /// Empty when this is not something that can be a letter.
  Optional<Export.Item> build(Map<String, String> displayNames) {
    String type = fields.getOrDefault("post_type", "post");
    if (content == null) {
      remarks.letterTooLong();
      return Optional.empty();
    }
    if (!Set.of("post", "page").contains(type)
        || Set.of("trash", "auto-draft", "inherit").contains(status())) {
      return Optional.empty();
    }
    ToMarkdown.Converted converted =
        ToMarkdown.letter(content, fields.getOrDefault("link", ""), footnotes).orElse(null);
    if (converted == null) {
      remarks.letterTangled();
      return Optional.empty();
    }
    String body = PlainText.clean(converted.markdown());
    if (PlainText.blank(body)) {
      return Optional.empty();
    }
    if (body.getBytes(UTF_8).length > LetterText.LONGEST_BODY) {
      remarks.letterTooLong();
      return Optional.empty();
    }
    remarks.looksDifferent(converted);
    return Optional.of(item(body, displayNames));
  }

  private Export.Item item(String body, Map<String, String> displayNames) {
    Optional<Instant> date =
        SourceDates.first(
            now,
            fields.getOrDefault("post_date_gmt", ""),
            fields.getOrDefault("post_date", ""),
            fields.getOrDefault("pubDate", ""));
    String guid = fields.getOrDefault("guid", "");
    String origin = guid.isEmpty() ? fields.getOrDefault("link", "") : guid;
    String source = fields.getOrDefault("post_id", "");
    Export.Was was = Export.Was.of(status(), !fields.getOrDefault("post_password", "").isEmpty());
    if (was != Export.Was.PUBLIC) {
      remarks.notPublic();
    }
    String author = displayNames.getOrDefault(fields.getOrDefault("creator", ""), "");
    return new Export.Item(
        source.matches("[0-9]{1,20}") ? source : Ids.derived12("item", origin),
        origin,
        cut(line(fields.getOrDefault("title", "")), LONGEST_TITLE),
        date.orElse(null),
        was,
        PlainText.blank(author) ? "" : name(author),
        body,
        Threads.inOrder(comments, date.orElse(now), remarks));
  }

  private String status() {
    return fields.getOrDefault("status", "publish");
  }

  private String shorten(String markdown) {
    String text = PlainText.clean(markdown);
    if (PlainText.length(text) <= LONGEST_COMMENT) {
      return text;
    }
    remarks.responseShortened();
    String start = cut(text, LONGEST_COMMENT - SHORTENED.length());
    int space = start.lastIndexOf(' ');
    return (space > start.length() / 2 ? start.substring(0, space) : start) + SHORTENED;
  }

  private String name(String typed) {
    PublicName name = PublicName.of(typed);
    if (name.changed()) {
      remarks.nameShortened();
    }
    return cut(name.shown(), LONGEST_NAME);
  }

  private static String line(String html) {
    return PlainText.cleanLine(Jsoup.parseBodyFragment(html).text().replace('\u00A0', ' '));
  }

  private static String cut(String text, int longest) {
    return PlainText.length(text) <= longest
        ? text
        : text.substring(0, text.offsetByCodePoints(0, longest)).strip();
  }
}
