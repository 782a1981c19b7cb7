package org.openletter.comments.posting;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openletter.comments.comment.Words;
import org.openletter.platform.problem.FieldProblem;
import org.openletter.platform.problem.Refusal;
import org.openletter.platform.text.Markdown;
import org.openletter.platform.text.PlainText;
import org.springframework.stereotype.Component;

/// Cleans and renders a text, and says what is wrong with it. How long it is comes first: nothing
/// is done with what is far too long.
@Component
class CheckText {

  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._~-]{1,64}");

  /// Cleaning shortens a text: white space at its ends goes, accents typed apart are put together.
  private static final int SHORTENED = 4;

  private final PostingSettings settings;
  private final Markdown markdown;

  CheckText(PostingSettings settings, Markdown markdown) {
    this.settings = settings;
    this.markdown = markdown;
  }

  /// What it found.
  sealed interface Result {

    record Good(Words words, String key) implements Result {}

    record No(Refusal why) implements Result {}
  }

  /// Checks a text with the key of its form.
  Result check(@Nullable String typed, @Nullable String key) {
    List<FieldProblem> problems = new ArrayList<>();
    String sent = typed == null ? "" : typed;
    boolean cleanable = PlainText.length(sent) <= SHORTENED * settings.longest();
    String text = cleanable ? PlainText.clean(sent) : sent;
    if (PlainText.length(text) > settings.longest()) {
      problems.add(
          new FieldProblem(
              "text",
              "A response has at most %,d characters; this one has %,d. Your words are kept."
                  .formatted(settings.longest(), PlainText.length(text))));
      text = "";
    }
    Words words = Words.of(markdown, text);
    if (problems.isEmpty() && words.blank()) {
      problems.add(new FieldProblem("text", "Write a few words first."));
    }
    if (key == null || !KEY.matcher(key).matches()) {
      problems.add(
          new FieldProblem(
              "key", "The form has no key. Open the page again and send it from there."));
    }
    return key == null || !problems.isEmpty()
        ? new Result.No(Refusal.fields(problems))
        : new Result.Good(words, key);
  }
}
