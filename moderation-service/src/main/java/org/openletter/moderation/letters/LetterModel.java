package org.openletter.moderation.letters;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// How ordinary a sequence of letters is in the most fitting of nine families of languages, 48
/// languages in all. Knows the letters a to z; accents are dropped before. `letters.txt` holds, for
/// each family and each pair of letters, how likely each letter follows, in quarters of a nat; how
/// it was made stands in `MODEL-CARD.md`.
final class LetterModel {

  private static final int LETTERS = 26;
  private static final int CELLS = LETTERS * LETTERS * LETTERS;

  private final List<float[]> families;

  private LetterModel(List<float[]> families) {
    this.families = families;
  }

  static LetterModel read() {
    List<float[]> families = new ArrayList<>();
    try (InputStream in = LetterModel.class.getResourceAsStream("letters.txt")) {
      if (in == null) {
        throw new IllegalStateException("letters.txt is missing.");
      }
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
      float[] family = new float[0];
      int cell = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("#")) {
          family = new float[CELLS];
          families.add(family);
          cell = 0;
        } else {
          for (int i = 0; i < line.length(); i++) {
            family[cell++] = ('0' - line.charAt(i)) / 4f;
          }
        }
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return new LetterModel(families);
  }

  /// Mean natural logarithm of the chance of each letter after its two predecessors, within words,
  /// in the best family; 0 when there are no three letters in a row. English text is about -2.3, a
  /// Polish sentence about -2.8 at worst, letters drawn by lot about -4.8.
  Likelihood of(List<String> words) {
    double[] sums = new double[families.size()];
    int count = 0;
    for (String word : words) {
      for (int i = 2; i < word.length(); i++) {
        int cell =
            ((word.charAt(i - 2) - 'a') * LETTERS + word.charAt(i - 1) - 'a') * LETTERS
                + word.charAt(i)
                - 'a';
        for (int f = 0; f < sums.length; f++) {
          sums[f] += families.get(f)[cell];
        }
        count++;
      }
    }
    double best = Double.NEGATIVE_INFINITY;
    for (double sum : sums) {
      best = Math.max(best, sum);
    }
    return new Likelihood(count == 0 ? 0 : best / count, count);
  }

  /// @param mean as described above
  /// @param count how many sequences of three letters it is the mean of
  record Likelihood(double mean, int count) {}
}
