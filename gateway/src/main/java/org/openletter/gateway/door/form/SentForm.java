package org.openletter.gateway.door.form;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What stood in a form that was sent, as far as it may come back.
///
/// @param action the path that it was sent to, with the parameters that belong to it
/// @param fields only those that `form` names, by name
public record SentForm(Form form, String action, Map<String, List<String>> fields) {

  private static final String FROM_HERE = SentForm.class.getName();

  /// More than any form of ours has under one name; an import chooses among a few hundred letters.
  private static final int MOST_VALUES = 1000;

  private static final int MOST_RULES = 5;
  private static final int LONGEST_RULE = 200;
  private static final int LONGEST_TITLE = 300;

  /// The letter that a form of a conversation is sent to.
  private static final Pattern LETTER = Pattern.compile("/letters/[0-9a-z]{12}(?=/)");

  /// Where in the queue somebody was; nothing in it needs more.
  private static final Pattern PLACE = Pattern.compile("(letter|after)=[\\w.~%-]{1,300}");

  /// Says of this request that it came from a page of this site. Nothing is shown again before.
  public static void comesFromHere(HttpServletRequest request) {
    request.setAttribute(FROM_HERE, true);
  }

  /// What this request sends; empty when it is no form that may come back, or when it may be
  /// another site's.
  ///
  /// @param path the path that was asked for
  public static Optional<SentForm> in(HttpServletRequest request, String path) {
    String type = request.getContentType();
    return request.getAttribute(FROM_HERE) == null
            || !request.getMethod().equals("POST")
            || type != null && !type.startsWith("application/x-www-form-urlencoded")
        ? Optional.empty()
        : Form.at(path).flatMap(form -> read(form, request, path));
  }

  /// What stands in the form that is sent to this path otherwise, as a script of this site tells.
  public static Optional<SentForm> of(String path, Map<String, String[]> fields) {
    return Form.at(path).map(form -> new SentForm(form, path, only(form, fields)));
  }

  private static Optional<SentForm> read(Form form, HttpServletRequest request, String path) {
    Map<String, String[]> sent;
    try {
      sent = request.getParameterMap();
    } catch (RuntimeException unreadable) {
      // Too long, cut off or no form at all: that is what the answer is about.
      return Optional.empty();
    }
    return Optional.of(
        new SentForm(form, path + place(form, request.getQueryString()), only(form, sent)));
  }

  private static Map<String, List<String>> only(Form form, Map<String, String[]> sent) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    for (Field field : form.fields()) {
      String[] values = sent.get(field.name());
      if (values != null && values.length <= MOST_VALUES) {
        fields.put(field.name(), Arrays.asList(values));
      }
    }
    return fields;
  }

  private static String place(Form form, @Nullable String query) {
    if (query == null || form != Form.DECISION && form != Form.UNDO) {
      return "";
    }
    List<String> known =
        Stream.of(query.split("&")).filter(PLACE.asMatchPredicate()).limit(2).toList();
    return known.isEmpty() ? "" : "?" + String.join("&", known);
  }

  /// What stood in one field, often one value, none when it was not sent.
  public List<String> values(Field field) {
    return fields.getOrDefault(field.name(), List.of());
  }

  /// The first value of a field, empty when there is none.
  public String text(String field) {
    return fields.getOrDefault(field, List.of("")).getFirst();
  }

  /// The words in it that somebody wrote.
  public String words() {
    return form.fields().stream()
        .filter(field -> field.shape() == Field.Shape.WORDS)
        .findFirst()
        .map(field -> text(field.name()))
        .orElse("");
  }

  /// The letter's own rules, as they stood above the form; empty when there were none or the form
  /// does not tell.
  public List<String> rules() {
    return rules(fields.getOrDefault("rule", List.of()));
  }

  /// The same of a form that is read where it was sent to.
  public static List<String> rules(HttpServletRequest request) {
    String[] sent = request.getParameterValues("rule");
    return sent == null ? List.of() : rules(Arrays.asList(sent));
  }

  /// The title of the letter that was responded to; null when the form does not tell.
  public @Nullable String on() {
    return title(text("on"));
  }

  /// The same of a form that is read where it was sent to.
  public static @Nullable String on(HttpServletRequest request) {
    return title(request.getParameter("on"));
  }

  private static @Nullable String title(@Nullable String sent) {
    return sent == null || sent.isBlank() || sent.codePointCount(0, sent.length()) > LONGEST_TITLE
        ? null
        : sent.strip();
  }

  /// Where the letter stands that was responded to; null for every other form.
  public @Nullable String letterAddress() {
    var letter = LETTER.matcher(action);
    return letter.lookingAt() ? letter.group() : null;
  }

  // As many and as long as a letter can have; anything else is no rule of a letter.
  private static List<String> rules(List<String> sent) {
    return sent.stream()
        .filter(rule -> !rule.isBlank() && rule.codePointCount(0, rule.length()) <= LONGEST_RULE)
        .limit(MOST_RULES)
        .toList();
  }

  /// Whether nobody wrote or chose anything in it.
  public boolean isBlank() {
    boolean readable = form.fields().stream().anyMatch(Field::isRead);
    return form.fields().stream()
        .filter(field -> field.isRead() || !readable)
        .flatMap(field -> values(field).stream())
        .allMatch(String::isBlank);
  }

  /// Whether this is the same thing with the same words. Of a form without words all that stands in
  /// it counts; where nobody wrote anything, nothing is the same.
  public boolean saysTheSame(SentForm other) {
    return form == other.form
        && text("key").equals(other.text("key"))
        && !isBlank()
        && (words().isBlank()
            ? form.fields().stream()
                .filter(Field::isRead)
                .allMatch(field -> stripped(field).equals(other.stripped(field)))
            : words().strip().equals(other.words().strip()));
  }

  private List<String> stripped(Field field) {
    return values(field).stream().map(String::strip).filter(value -> !value.isEmpty()).toList();
  }

  /// How much it is to keep.
  public int bytes() {
    return fields.entrySet().stream()
        .flatMap(field -> Stream.concat(Stream.of(field.getKey()), field.getValue().stream()))
        .mapToInt(text -> text.getBytes(StandardCharsets.UTF_8).length)
        .sum();
  }
}
