package org.openletter.gateway.desk.queue;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.look.reason.ReasonWords;
import org.openletter.gateway.neighbour.comments.Comment;
import org.openletter.gateway.neighbour.comments.QueueItem;
import org.openletter.gateway.neighbour.comments.Reason;
import org.openletter.gateway.neighbour.posts.LetterAddress;
import org.openletter.platform.text.SafeHtml;

/// A response that its letter's writer may decide about, as the queue shows it.
public record Item(QueueItem told) {

  private static final Set<String> JUNK = Set.of("advertising", "repeated", "random-letters");
  private static final int CLIP = 160;

  /// An item for a response that is public already.
  static Item published(Comment comment) {
    return new Item(new QueueItem(comment, null, null, false, List.of(), null, null));
  }

  public Comment comment() {
    return told.comment();
  }

  /// Whether its writer has no approved response on her letters yet.
  public boolean firstHere() {
    return told.firstHere();
  }

  /// Which screening looked at it, or null.
  public @Nullable String checkedBy() {
    return told.checkedBy();
  }

  /// The kind of chip: red for what looks like junk, amber for what may hurt somebody.
  public static String kind(Reason reason) {
    if (JUNK.contains(reason.code())) {
      return "bad";
    }
    return switch (reason.code()) {
      case "personal-data", "off-topic", "harassment" -> "wait";
      default -> "";
    };
  }

  /// The reason for a chip.
  public static String label(Reason reason) {
    return ReasonWords.label(reason.code(), reason.parameters());
  }

  /// What was seen, or null.
  public static @Nullable String sentence(Reason reason) {
    return ReasonWords.sentence(reason.code(), reason.parameters());
  }

  /// The label with its score, where one says something.
  public static String measured(Reason reason) {
    Double score = reason.score();
    return score == null || score <= 0 || score >= 1 && kind(reason).isEmpty()
        ? label(reason)
        : label(reason) + String.format(Locale.ROOT, " %.2f", score);
  }

  public List<Reason> why() {
    var reasons = told.reasons();
    return reasons == null ? List.of() : reasons;
  }

  /// The name in the list: the handle, which nobody else has, or the name from elsewhere.
  public String writer() {
    var author = comment().author();
    return author == null ? "somebody" : author.handle() == null ? author.name() : author.handle();
  }

  public @Nullable String handle() {
    var author = comment().author();
    return author == null ? null : author.handle();
  }

  public boolean isImported() {
    var author = comment().author();
    return author != null && author.imported();
  }

  /// Whether its new words wait while the old ones are public.
  public boolean isChange() {
    return Boolean.TRUE.equals(told.change());
  }

  /// Whether it is public and nothing of it waits.
  public boolean isPublished() {
    return comment().state().equals("published") && !isChange();
  }

  /// As everybody sees it, where it is public and nothing of it waits; else null.
  public @Nullable SafeHtml rendered() {
    return isPublished() ? comment().html() : null;
  }

  public boolean looksLikeJunk() {
    return why().stream().anyMatch(reason -> JUNK.contains(reason.code()));
  }

  /// Whether it waits only because the screening has not answered yet.
  public boolean unchecked() {
    return comment().waitsForScreening();
  }

  /// Its own address in the queue.
  public String href() {
    return "/studio/queue/" + comment().letterId() + "/" + comment().id();
  }

  /// Where the letter stands, for a link.
  public String letterHref() {
    var letter = told.letter();
    return letter == null
        ? LetterAddress.ofComment(comment().letterId(), comment().id())
        : "/studio/letters/" + letter.id();
  }

  public String letterTitle() {
    var letter = told.letter();
    return letter == null || letter.title() == null || letter.title().isBlank()
        ? "your letter"
        : letter.title();
  }

  /// Whether something in it is covered.
  public boolean covered() {
    return told.masked() != null && !told.masked().equals(text());
  }

  /// The text with what the reasons rest on, personal data covered.
  public Passage shown() {
    String masked = told.masked();
    if (masked == null || !covered()) {
      return uncovered();
    }
    // Marks belong to the text as it was written; they fit only what has kept its length.
    boolean fits =
        masked.codePointCount(0, masked.length()) == text().codePointCount(0, text().length());
    return Passage.of(masked, fits ? spans() : List.of());
  }

  /// The text as it was written.
  public Passage uncovered() {
    return Passage.of(text(), spans());
  }

  /// The beginning, for the list.
  public Passage clip() {
    return shown().first(CLIP);
  }

  private String text() {
    String text = comment().text();
    return text == null ? "" : text;
  }

  // A reason that rests on the whole text has no passage to show: a mark on everything marks
  // nothing.
  private List<Reason.Span> spans() {
    int length = text().codePointCount(0, text().length());
    return why().stream()
        .flatMap(reason ->
            reason.spans() == null ? List.<Reason.Span>of().stream() : reason.spans().stream())
        .filter(span -> span.start() > 0 || span.end() < length)
        .toList();
  }
}
