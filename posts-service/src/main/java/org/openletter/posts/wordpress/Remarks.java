package org.openletter.posts.wordpress;

import java.util.ArrayList;
import java.util.List;
import org.openletter.posts.html.ToMarkdown;

/// Counts what stays behind or looks different, to tell whoever brings the file in.
final class Remarks {

  private int leftOut;
  private int images;
  private int embeds;
  private int tooLongLetters;
  private int shortened;

  void leftOut(int more) {
    leftOut += more;
  }

  void looksDifferent(ToMarkdown.Converted converted) {
    images += converted.images();
    embeds += converted.embeds();
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
        shortened,
        "One response is longer than 8,000 characters; its end stays behind, and it says so.",
        "%,d responses are longer than 8,000 characters; their ends stay behind, and they say so.");
    return sentences;
  }

  private static void add(List<String> sentences, int count, String one, String many) {
    if (count > 0) {
      sentences.add(count == 1 ? one : many.formatted(count));
    }
  }
}
