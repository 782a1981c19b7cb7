package org.openletter.platform.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the words for a code need, by name: numbers, truth values, texts and short lists of texts.
/// Services tell and keep codes with them; the gateway words both.
public final class Parameters {

  private static final int MOST = 12;

  private static final int MOST_IN_A_LIST = 10;

  /// The longest text in UTF-16 units: more than any sentence that was sent while services still
  /// worded things themselves.
  private static final int LONGEST = 2_000;

  private static final Pattern NAME = Pattern.compile("[a-zA-Z-]{1,50}");

  private Parameters() {}

  /// As much of `told` as are parameters: what has another shape or is too long or too much is left
  /// out.
  public static Map<String, Object> of(@Nullable Map<String, ?> told) {
    Map<String, Object> good = new LinkedHashMap<>();
    if (told != null) {
      told.forEach((name, value) -> {
        if (good.size() < MOST && NAME.matcher(name).matches()) {
          value(value).ifPresent(fits -> good.put(name, fits));
        }
      });
    }
    return good;
  }

  /// The same for what may be from before: then it came, or was kept, with words of its sender.
  /// They are its parameters `label` and `sentence`, and are shown as they are.
  public static Map<String, Object> of(
      @Nullable Map<String, ?> told, @Nullable String label, @Nullable String sentence) {
    if (blank(label) && blank(sentence)) {
      return of(told);
    }
    Map<String, @Nullable String> worded = new LinkedHashMap<>();
    worded.put("label", blank(label) ? null : label);
    worded.put("sentence", blank(sentence) ? null : sentence);
    return of(worded);
  }

  /// Whether all of `told` are parameters.
  public static boolean good(@Nullable Map<String, ?> told) {
    return told == null || of(told).size() == told.size();
  }

  private static Optional<Object> value(@Nullable Object value) {
    return switch (value) {
      case Number number -> Optional.of(number);
      case Boolean truth -> Optional.of(truth);
      case String text when text.length() <= LONGEST -> Optional.of(text);
      case List<?> texts
          when texts.size() <= MOST_IN_A_LIST && texts.stream().allMatch(Parameters::fits) ->
          Optional.of(List.copyOf(texts));
      case null, default -> Optional.empty();
    };
  }

  private static boolean fits(@Nullable Object value) {
    return value instanceof String text && text.length() <= LONGEST;
  }

  private static boolean blank(@Nullable String text) {
    return text == null || text.isBlank();
  }
}
