package org.openletter.posts.letter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openletter.platform.problem.FieldProblem;
import org.openletter.platform.text.PlainText;

/// What a letter says. Every part may be empty while it is a draft.
///
/// @param title one line
/// @param addressee one line; without one the letter is an essay to everybody
/// @param byline one line: who wrote it, when that is not the author's own name
/// @param topics each on one line, without a leading `#`, no two that differ only in case
/// @param body Markdown
/// @param language as a language tag, `de` or `pt-BR`; empty when its writer leaves it to be found
public record LetterText(
    String title,
    String addressee,
    String byline,
    String disclaimer,
    List<String> topics,
    String body,
    String language) {

  /// 64 kB of UTF-8: thirty times the letter this was made for.
  public static final int LONGEST_BODY = 64 * 1024;

  private static final int LONGEST_LINE = 200;
  private static final int LONGEST_DISCLAIMER = 1000;
  private static final int MOST_TOPICS = 10;
  private static final int LONGEST_TOPIC = 40;

  /// Cleaning makes a text shorter by line ends, controls and spaces; hardly ever to less than
  /// half.
  private static final int BEFORE_CLEANING = 2;

  public LetterText {
    topics = List.copyOf(topics);
  }

  /// A text whose language is not chosen.
  public LetterText(
      String title,
      String addressee,
      String byline,
      String disclaimer,
      List<String> topics,
      String body) {
    this(title, addressee, byline, disclaimer, topics, body, "");
  }

  /// Nothing yet.
  public static LetterText empty() {
    return new LetterText("", "", "", "", List.of(), "");
  }

  /// Why this cannot even be looked at; empty when it can. Cleaning costs more the longer a text
  /// is, so what is far beyond every bound is refused before.
  ///
  /// @param lines the parts of one line: title, addressee, byline, language
  public static List<FieldProblem> oversized(
      Map<String, String> lines, String disclaimer, List<String> topics, String body) {
    List<FieldProblem> problems = new ArrayList<>();
    lines.forEach((field, line) -> {
      if (line.length() > BEFORE_CLEANING * LONGEST_LINE) {
        problems.add(tooLong(field, field, LONGEST_LINE));
      }
    });
    if (disclaimer.length() > BEFORE_CLEANING * LONGEST_DISCLAIMER) {
      problems.add(tooLong("disclaimer", "disclaimer", LONGEST_DISCLAIMER));
    }
    if (topics.size() > BEFORE_CLEANING * MOST_TOPICS) {
      problems.add(tooManyTopics());
    } else if (topics.stream().anyMatch(t -> t.length() > BEFORE_CLEANING * LONGEST_TOPIC)) {
      problems.add(longTopic());
    }
    if (body.length() > BEFORE_CLEANING * LONGEST_BODY) {
      problems.add(longBody());
    }
    return problems;
  }

  /// Cleans what was typed. Words are never changed or cut: what is too long is reported by
  /// `problems`.
  public static LetterText typed(
      String title,
      String addressee,
      String byline,
      String disclaimer,
      List<String> topics,
      String body) {
    return new LetterText(
        line(title),
        line(addressee),
        line(byline),
        PlainText.clean(disclaimer),
        topics(topics),
        PlainText.clean(body));
  }

  /// The same text in this language.
  public LetterText in(String chosen) {
    return new LetterText(
        title, addressee, byline, disclaimer, topics, body, LetterLanguage.tag(chosen));
  }

  /// Why this cannot be kept; empty when it can.
  public List<FieldProblem> problems() {
    List<FieldProblem> problems = new ArrayList<>();
    checkLine(problems, "title", "title", title);
    checkLine(problems, "addressee", "addressee", addressee);
    checkLine(problems, "byline", "byline", byline);
    if (PlainText.length(disclaimer) > LONGEST_DISCLAIMER) {
      problems.add(tooLong("disclaimer", "disclaimer", LONGEST_DISCLAIMER));
    }
    if (topics.size() > MOST_TOPICS) {
      problems.add(tooManyTopics());
    }
    if (topics.stream().anyMatch(t -> PlainText.length(t) > LONGEST_TOPIC || PlainText.turns(t))) {
      problems.add(longTopic());
    }
    if (!LetterLanguage.known(language)) {
      problems.add(new FieldProblem("language", "Choose a language from the list."));
    }
    if (body.getBytes(UTF_8).length > LONGEST_BODY) {
      problems.add(longBody());
    }
    return problems;
  }

  /// What is missing before the public can read it; empty when nothing is.
  public List<FieldProblem> missing() {
    List<FieldProblem> missing = new ArrayList<>();
    if (PlainText.blank(title)) {
      missing.add(new FieldProblem("title", "Give the letter a title before you publish it."));
    }
    if (PlainText.blank(body)) {
      missing.add(new FieldProblem("body", "Write something before you publish the letter."));
    }
    return missing;
  }

  private static void checkLine(
      List<FieldProblem> problems, String field, String word, String line) {
    if (PlainText.length(line) > LONGEST_LINE) {
      problems.add(tooLong(field, word, LONGEST_LINE));
    }
    if (!line.isEmpty() && nothingToSee(line)) {
      problems.add(
          new FieldProblem(
              field,
              "Nothing of this %s can be seen. Write it in letters, or leave it empty."
                  .formatted(word)));
    }
    if (PlainText.turns(line)) {
      problems.add(
          new FieldProblem(
              field,
              "The %s contains a hidden mark that turns text around. Remove it.".formatted(word)));
    }
  }

  private static FieldProblem tooLong(String field, String word, int longest) {
    return new FieldProblem(
        field, "The %s can have at most %,d characters.".formatted(word, longest));
  }

  private static FieldProblem tooManyTopics() {
    return new FieldProblem(
        "topics", "A letter can have at most %d topics.".formatted(MOST_TOPICS));
  }

  private static FieldProblem longTopic() {
    return new FieldProblem(
        "topics", "A topic is one short line of at most %d characters.".formatted(LONGEST_TOPIC));
  }

  private static FieldProblem longBody() {
    return new FieldProblem(
        "body", "The letter can have at most 64 kB, which is about 10,000 words.");
  }

  // Marks alone stand on nothing; a name of fillers and format characters reads as no name at all.
  private static boolean nothingToSee(String line) {
    return PlainText.blank(line)
        || line.codePoints()
            .allMatch(c ->
                PlainText.blank(Character.toString(c))
                    || Character.getType(c) == Character.COMBINING_SPACING_MARK);
  }

  private static String line(String typed) {
    // What turns a line around is refused by `problems`, not dropped unseen.
    String clean = PlainText.turns(typed) ? PlainText.composed(typed) : PlainText.clean(typed);
    return clean.replaceAll("\\s+", " ").strip();
  }

  private static List<String> topics(List<String> typed) {
    Map<String, String> byName = new LinkedHashMap<>();
    for (String topic : typed) {
      String line = line(line(topic).replaceFirst("^#+", ""));
      if (!PlainText.blank(line)) {
        byName.putIfAbsent(line.toLowerCase(Locale.ROOT), line);
      }
    }
    return List.copyOf(byName.values());
  }
}
