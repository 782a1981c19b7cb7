package org.openletter.posts.draft;

import java.util.List;
import java.util.Optional;
import org.openletter.platform.caller.Caller;
import org.openletter.platform.problem.FieldProblem;
import org.openletter.platform.problem.Refusal;
import org.openletter.platform.text.Markdown;
import org.openletter.platform.text.SafeHtml;
import org.openletter.posts.PostsRefusals;
import org.openletter.posts.letter.LetterLanguage;
import org.openletter.posts.letter.LetterText;
import org.openletter.posts.publication.ReadingTime;
import org.springframework.stereotype.Component;

/// Shows a creator how the public will see her text. Nothing is stored.
@Component
class PreviewLetter {

  private final Markdown markdown;
  private final HeavyWork heavyWork;

  PreviewLetter(Markdown markdown, HeavyWork heavyWork) {
    this.markdown = markdown;
    this.heavyWork = heavyWork;
  }

  Result preview(DraftForm form, Caller caller) {
    List<FieldProblem> oversized = form.oversized();
    if (!oversized.isEmpty()) {
      return new Result.No(Refusal.fields(oversized));
    }
    LetterText text = form.over(LetterText.empty());
    List<FieldProblem> problems = text.problems();
    if (!problems.isEmpty()) {
      return new Result.No(Refusal.fields(problems));
    }
    Optional<SafeHtml> html =
        heavyWork.doFor(caller.accountId(), () -> markdown.article(text.body()));
    int words = markdown.words(text.body());
    return html.<Result>map(
            h -> new Result.Shown(h, words, ReadingTime.minutes(words), LetterLanguage.of(text)))
        .orElseGet(() -> new Result.No(PostsRefusals.TWO_PREVIEWS));
  }

  sealed interface Result {

    record Shown(SafeHtml html, int words, int minutes, String language) implements Result {}

    record No(Refusal why) implements Result {}
  }
}
