package org.openletter.moderation.letters;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.zip.ZipFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Makes `letters.txt` from the letter statistics in the jar of the language detector Lingua:
/// `LetterTable lingua-1.2.2.jar letters.txt`. Run by hand; see MODEL-CARD.md.
final class LetterTable {

  /// Related languages share a table, so that a small corpus borrows from its relatives.
  private static final List<String> FAMILIES =
      List.of(
          "en fr",
          "sv nn da nb nl af de is",
          "it ca ro pt es la eo",
          "sl sk pl cs bs hr",
          "lv lt fi et hu eu sq",
          "tr az ms id tl so mi",
          "xh zu sn lg sw",
          "st tn ts yo",
          "ga cy vi");

  private static final int N = 26;
  private static final double BACKOFF = 20;

  private final ZipFile jar;

  private LetterTable(ZipFile jar) {
    this.jar = jar;
  }

  public static void main(String[] args) throws IOException {
    try (ZipFile jar = new ZipFile(args[0]);
        PrintWriter out =
            new PrintWriter(Files.newBufferedWriter(Path.of(args[1]), StandardCharsets.US_ASCII))) {
      new LetterTable(jar).write(out);
    }
  }

  private void write(PrintWriter out) {
    for (String family : FAMILIES) {
      out.print("# " + family + "\n");
      double[][][] mean = new double[N][N][N];
      StringTokenizer languages = new StringTokenizer(family);
      int members = languages.countTokens();
      while (languages.hasMoreTokens()) {
        add(mean, conditional(counts(languages.nextToken())), members);
      }
      for (double[][] first : mean) {
        for (double[] second : first) {
          StringBuilder line = new StringBuilder(N);
          for (double chance : second) {
            line.append((char) ('0' + Math.clamp(Math.round(-Math.log(chance) * 4), 0, 40)));
          }
          out.print(line + "\n");
        }
      }
    }
  }

  private static void add(double[][][] mean, double[][][] chances, int members) {
    for (int a = 0; a < N; a++) {
      for (int b = 0; b < N; b++) {
        for (int c = 0; c < N; c++) {
          mean[a][b][c] += chances[a][b][c] / members;
        }
      }
    }
  }

  /// The chance of the third letter after the first two, backed off to the second, then to none.
  private static double[][][] conditional(double[][][] counts) {
    double[] single = new double[N];
    double[][] pairs = new double[N][N];
    double total = 0;
    for (int a = 0; a < N; a++) {
      for (int b = 0; b < N; b++) {
        for (int c = 0; c < N; c++) {
          single[c] += counts[a][b][c];
          pairs[b][c] += counts[a][b][c];
          total += counts[a][b][c];
        }
      }
    }
    double[][][] chances = new double[N][N][N];
    for (int b = 0; b < N; b++) {
      double after = sum(pairs[b]);
      for (int c = 0; c < N; c++) {
        double pair = (pairs[b][c] + 5 * single[c] / total) / (after + 5);
        for (int a = 0; a < N; a++) {
          chances[a][b][c] =
              Math.max(1e-6, (counts[a][b][c] + BACKOFF * pair) / (sum(counts[a][b]) + BACKOFF));
        }
      }
    }
    return chances;
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  /// How often each three letters follow each other in one language, accents dropped.
  private double[][][] counts(String language) {
    Map<String, Double> letters = read(language, "unigrams", Map.of());
    Map<String, Double> pairs = read(language, "bigrams", letters);
    double[][][] counts = new double[N][N][N];
    read(language, "trigrams", pairs)
        .forEach((three, count) -> {
          int a = plain(three.charAt(0));
          int b = plain(three.charAt(1));
          int c = plain(three.charAt(2));
          if (a >= 0 && b >= 0 && c >= 0) {
            counts[a][b][c] += count;
          }
        });
    return counts;
  }

  /// Lingua stores each count as a fraction of its prefix's count; `prefixes` turns it back.
  /// Without prefixes the largest denominator is the count of everything.
  private Map<String, Double> read(String language, String kind, Map<String, Double> prefixes) {
    try (InputStream in =
        jar.getInputStream(jar.getEntry("language-models/" + language + "/" + kind + ".json"))) {
      JsonNode fractions = JsonMapper.builder().build().readTree(in).get("ngrams");
      Map<String, Double> shares = new HashMap<>();
      double largest = 0;
      for (String fraction : fractions.propertyNames()) {
        int slash = fraction.indexOf('/');
        double denominator = Double.parseDouble(fraction.substring(slash + 1));
        largest = Math.max(largest, denominator);
        double share = Double.parseDouble(fraction.substring(0, slash)) / denominator;
        StringTokenizer grams = new StringTokenizer(fractions.get(fraction).asString());
        while (grams.hasMoreTokens()) {
          shares.put(grams.nextToken(), share);
        }
      }
      double everything = largest;
      shares.replaceAll((gram, share) ->
          share
              * (prefixes.isEmpty()
                  ? everything
                  : prefixes.getOrDefault(gram.substring(0, gram.length() - 1), 0.0)));
      return shares;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static int plain(char c) {
    int at = "łøðþßđıəæœħŋɗ".indexOf(c);
    char folded =
        at >= 0
            ? "lodtsdieaohnd".charAt(at)
            : Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD).charAt(0);
    return folded >= 'a' && folded <= 'z' ? folded - 'a' : -1;
  }
}
