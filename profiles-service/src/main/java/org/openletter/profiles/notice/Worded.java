package org.openletter.profiles.notice;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// Notices from before they were kinds and parameters: whoever sent one had worded it. Its words
/// stand in the parameters `sentence`, `many` (with `{count}` in it), `detail` and `href`, and are
/// shown as they are.
public final class Worded {

  /// The names of those parameters.
  static final Set<String> NAMES = Set.of("sentence", "many", "detail", "href");

  private Worded() {}

  /// The parameters of a document, whichever way it was stored.
  public static Map<String, String> parameters(Document stored) {
    Document parameters = stored.get("parameters", Document.class);
    if (parameters == null) {
      return parameters(
          stored.getString("sentence"),
          stored.getString("sentenceMany"),
          stored.getString("detail"),
          stored.getString("href"));
    }
    Map<String, String> read = new LinkedHashMap<>();
    parameters.forEach((name, value) -> read.put(name, String.valueOf(value)));
    return read;
  }

  static Map<String, String> parameters(
      @Nullable String sentence,
      @Nullable String many,
      @Nullable String detail,
      @Nullable String href) {
    Map<String, String> parameters = new LinkedHashMap<>();
    put(parameters, "sentence", sentence);
    put(parameters, "many", many);
    put(parameters, "detail", detail);
    put(parameters, "href", href);
    return parameters;
  }

  private static void put(Map<String, String> parameters, String name, @Nullable String value) {
    if (value != null) {
      parameters.put(name, value);
    }
  }
}
