package org.openletter.posts.reading;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openletter.posts.letter.LetterId;
import org.openletter.posts.letter.Letters;

/// Where a page of a list ended, as an address carries it. It names only what the page showed, so
/// an invented one shows nothing that the list would not.
public record Cursor(Letters.Position position) {

  private static final Pattern SHAPE =
      Pattern.compile("(-?[0-9]{1,14})_(" + LetterId.PATTERN + ")");

  /// The cursor after the letter with this date.
  public static String at(Instant at, LetterId id) {
    return at.toEpochMilli() + "_" + id.value();
  }

  /// Reads one from an address. Throws when it never was one, which is answered with 400.
  public static Cursor valueOf(String text) {
    Matcher matcher = SHAPE.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a cursor");
    }
    return new Cursor(
        new Letters.Position(
            Instant.ofEpochMilli(Long.parseLong(matcher.group(1))),
            new LetterId(matcher.group(2))));
  }
}
