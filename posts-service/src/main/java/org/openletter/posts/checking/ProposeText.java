package org.openletter.posts.checking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openletter.platform.text.PlainText;
import org.openletter.posts.letter.LetterText;
import org.openletter.posts.wordpress.Export;

/// Proposes the fields of a letter from what the file says. The creator sees all of them in the
/// draft before anybody else does.
final class ProposeText {

  private static final int LONGEST_LINE = 200;
  private static final int LONGEST_DISCLAIMER = 1000;

  private static final Pattern LETTER_TO =
      Pattern.compile(
          "(?:an?\\s+)?open\\s+letter\\s+to\\s+(.{1,150}?)[.:!]?", Pattern.CASE_INSENSITIVE);

  private static final Pattern WRITTEN_BY =
      Pattern.compile(
          "(?:written|guest (?:post|essay)) by:?\\s+(.{2,100}?)[.]?", Pattern.CASE_INSENSITIVE);

  private static final Pattern DISCLAIMER =
      Pattern.compile(
          "(?:disclaimer:?\\s+(.+)|((?:the views|views|opinions) expressed .+))",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private ProposeText() {}

  static LetterText of(Export.Item item) {
    List<String> blocks = new ArrayList<>(Arrays.asList(item.body().split("\n\n", -1)));
    String byline = take(blocks, 0, WRITTEN_BY, LONGEST_LINE);
    String disclaimer = take(blocks, blocks.size() - 1, DISCLAIMER, LONGEST_DISCLAIMER);
    if (!disclaimer.isEmpty() && blocks.getLast().equals("-----")) {
      blocks.removeLast();
    }
    return LetterText.typed(
        PlainText.cleanLine(item.title()),
        addressee(item.title()),
        PlainText.cleanLine(byline),
        disclaimer,
        List.of(),
        String.join("\n\n", blocks));
  }

  private static String addressee(String title) {
    Matcher matcher = LETTER_TO.matcher(PlainText.cleanLine(title));
    return matcher.matches() ? matcher.group(1).strip() : "";
  }

  // Moves a paragraph to its field, and never the only one.
  private static String take(List<String> blocks, int at, Pattern pattern, int longest) {
    if (blocks.size() < 2) {
      return "";
    }
    String plain = blocks.get(at).replaceAll("[*_\\\\]", "").replaceAll("\\s+", " ").strip();
    Matcher matcher = pattern.matcher(plain);
    if (!matcher.matches() || PlainText.length(plain) > longest) {
      return "";
    }
    blocks.remove(at);
    return matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
  }
}
