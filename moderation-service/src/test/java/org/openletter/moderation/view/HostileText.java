package org.openletter.moderation.view;

import java.util.List;
import java.util.Random;

/// Texts that somebody might send to break or to fool a screening. Always the same for one seed.
public final class HostileText {

  private static final List<String> PARTS =
      List.of(
          "a ",
          "http://",
          "www.",
          "buy ",
          "\u200b",
          "\u202e",
          "\u00ad",
          "e\u0301\u0302\u0303\u0304",
          "🇿🇦",
          "👩‍👩‍👧",
          "v.i.a.g.r.a ",
          "0835550147 ",
          "+",
          "(((",
          "\"",
          "“",
          ">",
          "\n",
          "@",
          "x@y.example ",
          "ﷺ",
          "аmаzоn ",
          "𝕓𝕦𝕪 ",
          "１２３",
          "[url=",
          "<a href=",
          "[.]",
          "at gmail ",
          "одно ",
          "यह ",
          "จะ",
          "DE89 3704 0044 0532 0130 00 ",
          "1",
          "0 0 ",
          "Ⅷ",
          "ﬃ",
          "\ud800",
          "\u0000",
          "real name is Ab Cd ",
          "12 Alder Close ",
          "***",
          "....",
          "e",
          "s p a c e d ",
          "4",
          "é");

  private HostileText() {}

  /// A mixture of such parts, about so many chars long.
  public static String mixed(Random random, int length) {
    StringBuilder text = new StringBuilder(length + 40);
    while (text.length() < length) {
      String part = PARTS.get(random.nextInt(PARTS.size()));
      text.repeat(part, 1 + random.nextInt(3));
    }
    return text.toString();
  }

  /// One part over and over, about so many chars long; one text for each part.
  public static List<String> monotonous(int length) {
    return PARTS.stream().map(part -> part.repeat(length / part.length())).toList();
  }

  /// Anything that fits into a string.
  public static String noise(Random random, int length) {
    StringBuilder text = new StringBuilder(length * 2);
    for (int i = 0; i < length; i++) {
      text.appendCodePoint(
          random.nextInt(10) == 0 ? random.nextInt(0x110000) : random.nextInt(0x500));
    }
    return text.toString();
  }
}
