package org.openletter.moderation.personal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.openletter.moderation.personal.Piece.Kind;
import org.openletter.moderation.view.Span;
import org.openletter.moderation.view.Views;
import org.openletter.moderation.view.Word;

/// Finds telephone numbers spelled in words: `oh eight three five five five oh one four seven`.
final class SpokenNumbers {

  private static final Set<String> DIGITS =
      Set.of(
          "zero", "oh", "nought", "one", "two", "three", "four", "five", "six", "seven", "eight",
          "nine", "double", "triple");

  private static final int SHORTEST = 7;
  private static final int MOST = 20;

  private SpokenNumbers() {}

  static List<Piece> in(Views views) {
    List<Piece> pieces = new ArrayList<>();
    List<Word> words = views.words();
    for (int i = 0; i < words.size() && pieces.size() < MOST; ) {
      int end = i;
      int spoken = 0;
      while (end < words.size() && digit(words.get(end))) {
        spoken += words.get(end).number() ? 0 : 1;
        end++;
      }
      if (end - i >= SHORTEST && spoken >= 4) {
        Span span = views.span(words.get(i), words.get(end - 1));
        pieces.add(
            new Piece(
                Kind.PHONE,
                views.raw().offsetByCodePoints(0, span.start()),
                views.raw().offsetByCodePoints(0, span.end()),
                0.8));
      }
      i = Math.max(end, i + 1);
    }
    return pieces;
  }

  private static boolean digit(Word word) {
    return DIGITS.contains(word.text()) || word.number() && word.text().length() <= 2;
  }
}
