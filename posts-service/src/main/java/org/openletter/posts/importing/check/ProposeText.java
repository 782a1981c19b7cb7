package org.openletter.posts.importing.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openletter.platform.text.PlainText;
import org.openletter.platform.text.PublicName;
import org.openletter.posts.importing.wordpress.Export;
import org.openletter.posts.letter.LetterText;

/// Proposes the fields of a letter from what the file says. The creator sees all of them in the
/// draft before anybody else does.
final class ProposeText {

  private static final int LONGEST_LINE = 200;
  private static final int LONGEST_DISCLAIMER = 1000;

  // What follows a colon or a dash is what the letter is about.
  private static final Pattern LETTER_TO =
      Pattern.compile(
          "(?:an?\\s+)?(?:open\\s+)?letter:?\\s+to\\s+(.{1,150}?)(?:[.:!,]|(?::|\\s[-–—])\\s.{1,150})?",
          Pattern.CASE_INSENSITIVE);

  // "To be or not to be" is nobody.
  private static final Pattern TO =
      Pattern.compile(
          "to\\s+((?:every(?:body|one)|all|whom|those|the|my|our|you|every|an?|mr|mrs|ms|dr)(?![\\p{L}]).{0,150}?)"
              + "(?:[.:!,]|(?::|\\s[-–—])\\s.{1,150})?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern DEAR =
      Pattern.compile(
          "dear\\s+(.{1,100}?)(?:[.:!,]|(?:[:,]|\\s[-–—])\\s.{1,150})?", Pattern.CASE_INSENSITIVE);

  private static final Pattern WRITTEN_BY =
      Pattern.compile(
          "(?:written|guest (?:post|essay)) by:?\\s+(.{2,100}?)[.]?", Pattern.CASE_INSENSITIVE);

  private static final Pattern DISCLAIMER =
      Pattern.compile(
          "(?:disclaimer:?\\s+(.+)|((?:the views|views|opinions) expressed .+))",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private ProposeText() {}

  /// @param host the name under which the letter will stand here; who wrote it under that name
  ///   needs no byline
  static Proposal of(Export.Item item, String host) {
    List<String> blocks = new ArrayList<>(Arrays.asList(item.body().split("\n\n", -1)));
    String writer = take(blocks, 0, WRITTEN_BY, LONGEST_LINE);
    String disclaimer = take(blocks, blocks.size() - 1, DISCLAIMER, LONGEST_DISCLAIMER);
    if (!disclaimer.isEmpty() && blocks.getLast().equals("-----")) {
      blocks.removeLast();
    }
    String signed = writer.isEmpty() ? item.author() : writer;
    PublicName name = PublicName.of(signed);
    boolean own =
        PlainText.blank(signed) || name.shown().equalsIgnoreCase(PlainText.cleanLine(host));
    return new Proposal(
        LetterText.typed(
            PlainText.cleanLine(item.title()),
            addressee(item.title()),
            own ? "" : name.shown(),
            disclaimer,
            List.of(),
            String.join("\n\n", blocks)),
        name.changed());
  }

  private static String addressee(String title) {
    String line = PlainText.cleanLine(title);
    for (Pattern pattern : List.of(LETTER_TO, TO, DEAR)) {
      Matcher matcher = pattern.matcher(line);
      if (matcher.matches()) {
        return matcher.group(1).strip();
      }
    }
    return "";
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

  /// What a letter may say.
  ///
  /// @param nameShortened whether an address, a number or a link was taken out of its byline
  record Proposal(LetterText text, boolean nameShortened) {}
}
