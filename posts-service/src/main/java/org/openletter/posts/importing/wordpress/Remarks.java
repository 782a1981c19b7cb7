package org.openletter.posts.importing.wordpress;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openletter.posts.importing.html.ToMarkdown;

/// Counts what stays behind or looks different, to tell whoever brings the file in.
final class Remarks {

  private static final int MOST_NAMED = 20;

  private int leftOut;
  private int images;
  private int embeds;
  private int tooLongLetters;
  private int tangledLetters;
  private int shortened;
  private int names;
  private int struck;
  private int footnotes;
  private int notPublic;
  private int leftOutCharacters;
  private int damaged;
  private String damagedLines = "";
  private final Map<String, Integer> shortcodes = new TreeMap<>();

  void leftOut(int more) {
    leftOut += more;
  }

  void looksDifferent(ToMarkdown.Converted converted) {
    images += converted.images();
    embeds += converted.embeds();
    struck += converted.struck();
    footnotes += converted.footnotes();
    converted.shortcodes().forEach((name, count) -> shortcodes.merge(name, count, Integer::sum));
  }

  void nameShortened() {
    names++;
  }

  void notPublic() {
    notPublic++;
  }

  void letterTangled() {
    tangledLetters++;
  }

  void leftOutCharacters(int count) {
    leftOutCharacters = count;
  }

  /// @param lines of the file, in words
  void damaged(int count, String lines) {
    damaged = count;
    damagedLines = lines;
  }

  void letterTooLong() {
    tooLongLetters++;
  }

  void responseShortened() {
    shortened++;
  }

  int leftOut() {
    return leftOut;
  }

  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    add(
        sentences,
        notPublic,
        "One letter was not public on its old site and says so below. It is published only by an act of its"
            + " own, like every letter.",
        "%,d letters were not public on their old site and say so below. Each is published only by an act of"
            + " its own, like every letter.");
    add(
        sentences,
        names,
        "One name was an e-mail address, a number or a link. It is shortened or replaced; the address stays"
            + " behind.",
        "%,d names were e-mail addresses, numbers or links. They are shortened or replaced; the addresses"
            + " stay behind.");
    if (damaged > 0) {
      sentences.add(
          (damaged == 1 ? "One character is" : "%,d characters are".formatted(damaged))
              + " damaged in this file and shown as \uFFFD: line "
              + damagedLines
              + ".");
    }
    add(
        sentences,
        leftOutCharacters,
        "One control character, which nobody can see, was left out.",
        "%,d control characters, which nobody can see, were left out.");
    if (!shortcodes.isEmpty()) {
      sentences.add(shortcodes());
    }
    add(
        sentences,
        struck,
        "One passage was struck out; it stands between ~~ and ~~ now.",
        "%,d passages were struck out; they stand between ~~ and ~~ now.");
    add(
        sentences,
        footnotes,
        "One footnote stands at the end of its letter, its number in brackets.",
        "%,d footnotes stand at the end of their letters, their numbers in brackets.");
    add(sentences, images, "One image became a link to it.", "%,d images became links to them.");
    add(
        sentences,
        embeds,
        "One embedded film or frame became a link to it.",
        "%,d embedded films or frames became links to them.");
    add(
        sentences,
        tooLongLetters,
        "One letter is longer than 64 kB and stays behind.",
        "%,d letters are longer than 64 kB and stay behind.");
    add(
        sentences,
        tangledLetters,
        "One letter is nested too deeply to be read and stays behind.",
        "%,d letters are nested too deeply to be read and stay behind.");
    add(
        sentences,
        shortened,
        "One response is longer than 8,000 characters; its end stays behind, and it says so.",
        "%,d responses are longer than 8,000 characters; their ends stay behind, and they say so.");
    return sentences;
  }

  private String shortcodes() {
    String named =
        shortcodes.entrySet().stream()
            .limit(MOST_NAMED)
            .map(
                e -> e.getKey() + (e.getValue() == 1 ? "" : " (%,d times)".formatted(e.getValue())))
            .collect(Collectors.joining(", "));
    return "What plug-ins of the old site showed stays behind, the words around and inside it are kept: "
        + named
        + (shortcodes.size() > MOST_NAMED ? " and others." : ".");
  }

  private static void add(List<String> sentences, int count, String one, String many) {
    if (count > 0) {
      sentences.add(count == 1 ? one : many.formatted(count));
    }
  }
}
