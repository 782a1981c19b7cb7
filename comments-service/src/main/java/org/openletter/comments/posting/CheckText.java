package org.openletter.comments.posting;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.problem.FieldProblem;
import org.openletter.platform.text.PlainText;
import org.springframework.stereotype.Component;

/// Cleans a text and says what is wrong with it.
@Component
class CheckText {

  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._~-]{1,64}");

  private final PostingSettings settings;

  CheckText(PostingSettings settings) {
    this.settings = settings;
  }

  /// What it found.
  sealed interface Result {

    record Good(String text, String key) implements Result {}

    record Bad(List<FieldProblem> fields) implements Result {}
  }

  /// Checks a text with the key of its form.
  Result check(@Nullable String typed, @Nullable String key) {
    List<FieldProblem> problems = new ArrayList<>();
    String text = typed == null ? "" : PlainText.clean(typed);
    if (PlainText.blank(text)) {
      problems.add(new FieldProblem("text", "Write a few words first."));
    } else if (PlainText.length(text) > settings.longest()) {
      problems.add(
          new FieldProblem(
              "text",
              "A response has at most %,d characters; this one has %,d. Your words are kept."
                  .formatted(settings.longest(), PlainText.length(text))));
    }
    if (key == null || !KEY.matcher(key).matches()) {
      problems.add(
          new FieldProblem(
              "key", "The form has no key. Open the page again and send it from there."));
    }
    return key == null || !problems.isEmpty()
        ? new Result.Bad(problems)
        : new Result.Good(text, key);
  }
}
