package org.openletter.moderation.view;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;

/// A vocabulary of whole-word phrases, each with a family and a weight. Read from lines like
/// `pharmacy 40 buy * online`: `*` stands for up to three words, `#` for a number.
public final class Phrases {

  private static final int GAP = 3;

  private final Map<String, List<Phrase>> byFirstWord = new HashMap<>();

  private Phrases() {}

  /// Reads a vocabulary that lies beside a class.
  public static Phrases read(Class<?> beside, String file) {
    Phrases phrases = new Phrases();
    try (InputStream in = beside.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("The vocabulary " + file + " is missing.");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          phrases.add(line);
        }
      }
      return phrases;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void add(String line) {
    StringTokenizer parts = new StringTokenizer(line);
    String family = parts.nextToken();
    double weight = Integer.parseInt(parts.nextToken()) / 100.0;
    List<String> words = new ArrayList<>();
    while (parts.hasMoreTokens()) {
      words.add(parts.nextToken());
    }
    byFirstWord
        .computeIfAbsent(words.getFirst(), _ -> new ArrayList<>())
        .add(new Phrase(family, weight, List.copyOf(words)));
  }

  /// All phrases in a text, in order, also overlapping ones.
  public List<Hit> in(List<Word> words) {
    List<Hit> hits = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      Word first = words.get(i);
      String key = first.number() ? "#" : first.text();
      for (Phrase phrase : byFirstWord.getOrDefault(key, List.of())) {
        int last = end(phrase.words(), 1, words, i);
        if (last >= 0) {
          hits.add(new Hit(phrase, first, words.get(last)));
        }
      }
    }
    return hits;
  }

  /// The index of the last matched word, or -1. Gaps are short and phrases have few, so this is
  /// bounded for each word.
  private static int end(List<String> pattern, int part, List<Word> words, int matched) {
    if (part == pattern.size()) {
      return matched;
    }
    if (pattern.get(part).equals("*")) {
      for (int gap = 0; gap <= GAP; gap++) {
        int end = end(pattern, part + 1, words, matched + gap);
        if (end >= 0) {
          return end;
        }
      }
      return -1;
    }
    int next = matched + 1;
    if (next >= words.size()) {
      return -1;
    }
    Word word = words.get(next);
    boolean same = pattern.get(part).equals(word.number() ? "#" : word.text());
    return same ? end(pattern, part + 1, words, next) : -1;
  }

  /// One phrase of the vocabulary.
  ///
  /// @param family what it speaks of, one word
  /// @param weight how much it says, 0 to 1
  /// @param words its words, with `*` and `#`
  public record Phrase(String family, double weight, List<String> words) {

    /// The phrase as a reader would write it.
    public String text() {
      return String.join(" ", words).replace("*", "…").replace('#', '…');
    }
  }

  /// A phrase that was found.
  public record Hit(Phrase phrase, Word first, Word last) {

    /// Whether it is somebody else's words.
    public boolean quoted() {
      return first.quoted() && last.quoted();
    }
  }
}
