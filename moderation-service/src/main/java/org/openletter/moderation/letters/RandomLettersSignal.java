package org.openletter.moderation.letters;

import java.util.List;
import java.util.Map;
import org.openletter.moderation.letters.LetterWords.LetterWord;
import org.openletter.moderation.signal.Code;
import org.openletter.moderation.signal.Finding;
import org.openletter.moderation.signal.Head;
import org.openletter.moderation.signal.Signal;
import org.openletter.moderation.signal.Submission;
import org.openletter.moderation.view.Span;
import org.openletter.moderation.view.Views;

/// Holds texts that are random letters in no language: `MIbLrdSethgiY`, `xkdvjq ufvhqnb tlmwrz`. A
/// random name alone never holds a text that can be read, and other scripts than Latin are never
/// judged.
public final class RandomLettersSignal implements Signal {

  /// Letters less likely than this speak for chance, more likely ones against it (nats a letter).
  /// The worst sentences of 48 languages stay above -2.95, 98 % of random words below -3.3.
  private static final double PIVOT = -3.25;

  /// What a change between small and capital letters inside a word counts, in nats.
  private static final double CASE_CHANGE = 1.5;

  /// A text with fewer sequences of three letters says nothing by itself.
  private static final int ENOUGH = 5;

  /// More sequences than this are no more evidence: a language that the model does not know is
  /// strange from its first to its last word.
  private static final int MOST = 12;

  private final LetterModel model = LetterModel.read();

  @Override
  public List<Finding> look(Submission submission, Views views) {
    LetterWords text = LetterWords.of(submission.text());
    if (!text.mostlyLong()) {
      return List.of();
    }
    boolean oddName = chance(LetterWords.of(submission.name())) >= 0.5;
    double score = chance(text);
    if (oddName && score >= 0.3) {
      score = Math.max(0.75, score);
    }
    if (score < 0.3) {
      return List.of();
    }
    return List.of(finding(score, oddName, strange(text)));
  }

  /// The words that the score rests on: between random letters may stand ordinary ones.
  private List<Span> strange(LetterWords text) {
    List<Span> all = text.longWords().stream().map(LetterWord::span).toList();
    List<Span> strange =
        text.longWords().stream()
            .filter(word -> model.of(List.of(word.letters())).mean() < PIVOT)
            .map(LetterWord::span)
            .toList();
    return strange.isEmpty() ? all : strange;
  }

  private static Finding finding(double score, boolean oddName, List<Span> spans) {
    return new Finding(
        Code.RANDOM_LETTERS,
        Head.GIBBERISH,
        score,
        Map.of("name", oddName),
        spans.subList(0, Math.min(20, spans.size())));
  }

  /// How likely these are random letters, 0 to 1.
  private double chance(LetterWords words) {
    List<String> letters = words.longWords().stream().map(LetterWord::letters).toList();
    LetterModel.Likelihood likelihood = model.of(letters);
    if (likelihood.count() < ENOUGH) {
      return 0;
    }
    double evidence = (PIVOT - likelihood.mean()) * Math.min(MOST, likelihood.count());
    // Random case is evidence only for letters that are no word anyway: MoCkInG cAsE can be read.
    if (likelihood.mean() < -2.7) {
      evidence += words.caseChanges() * CASE_CHANGE;
    }
    return 1 / (1 + Math.exp(2.0 - evidence));
  }
}
