package org.openletter.gateway.desk.queue;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.look.reason.ReasonWords;
import org.openletter.gateway.look.reason.Waiting;
import org.openletter.gateway.neighbour.posts.LetterAddress;
import org.openletter.platform.text.SafeHtml;

/// A response that its letter's writer may decide about, with what is known of it.
///
/// @param change whether it is public already and only its new words wait
/// @param firstHere whether its writer has no approved response on her letters yet
/// @param reasons why it waits, the strongest first; empty for a public one
/// @param checkedBy which screening looked at it, or null
/// @param masked its text with personal data covered, or null when there is none in it
public record QueueItem(
    Comment comment,
    @Nullable Letter letter,
    @Nullable Boolean change,
    boolean firstHere,
    @Nullable List<Reason> reasons,
    @Nullable String checkedBy,
    @Nullable String masked) {

  private static final Set<String> JUNK = Set.of("advertising", "repeated", "random-letters");
  private static final int CLIP = 160;

  /// The response itself.
  ///
  /// @param html as the conversation shows it
  /// @param version names what is shown here; every act carries the version it was made on
  public record Comment(
      String id,
      String letterId,
      @Nullable Author author,
      String state,
      @Nullable String text,
      Instant createdAt,
      @Nullable Waiting waiting,
      boolean canRemove,
      @Nullable SafeHtml html,
      @Nullable String version) {}

  /// Who wrote it.
  ///
  /// @param handle null for a name brought in from elsewhere
  public record Author(@Nullable String handle, String name, boolean imported) {}

  /// The letter it answers.
  public record Letter(String id, @Nullable String slug, @Nullable String title) {}

  /// One reason why it waits.
  ///
  /// @param score 0 to 1, or null where nothing was measured
  /// @param spans the passages of the text that show it, in code points
  public record Reason(
      String code,
      @Nullable Map<String, Object> parameters,
      @Nullable Double score,
      @Nullable List<Span> spans) {

    /// The kind of chip: red for what looks like junk, amber for what may hurt somebody.
    public String kind() {
      if (JUNK.contains(code)) {
        return "bad";
      }
      return switch (code) {
        case "personal-data", "off-topic", "harassment" -> "wait";
        default -> "";
      };
    }

    /// The reason for a chip.
    public String label() {
      return ReasonWords.label(code, parameters);
    }

    /// What was seen, or null.
    public @Nullable String sentence() {
      return ReasonWords.sentence(code, parameters);
    }

    /// The label with its score, where one says something.
    public String measured() {
      return score == null || score <= 0 || score >= 1 && kind().isEmpty()
          ? label()
          : label() + String.format(Locale.ROOT, " %.2f", score);
    }
  }

  /// A passage, in Unicode code points of the text; `end` is the first one after it.
  public record Span(int start, int end) {}

  /// An item for a response that is public already.
  static QueueItem published(Comment comment) {
    return new QueueItem(comment, null, null, false, List.of(), null, null);
  }

  public List<Reason> why() {
    return reasons == null ? List.of() : reasons;
  }

  /// The name in the list: the handle, which nobody else has, or the name from elsewhere.
  public String writer() {
    var author = comment.author();
    return author == null ? "somebody" : author.handle() == null ? author.name() : author.handle();
  }

  public @Nullable String handle() {
    return comment.author() == null ? null : comment.author().handle();
  }

  public boolean isImported() {
    return comment.author() != null && comment.author().imported();
  }

  /// Whether its new words wait while the old ones are public.
  public boolean isChange() {
    return Boolean.TRUE.equals(change);
  }

  /// Whether it is public and nothing of it waits.
  public boolean isPublished() {
    return comment.state().equals("published") && !isChange();
  }

  /// As everybody sees it, where it is public and nothing of it waits; else null.
  public @Nullable SafeHtml rendered() {
    return isPublished() ? comment.html() : null;
  }

  public boolean looksLikeJunk() {
    return why().stream().anyMatch(reason -> JUNK.contains(reason.code()));
  }

  /// Whether it waits only because the screening has not answered yet.
  public boolean unchecked() {
    return comment.waiting() != null && comment.waiting().reason().equals("screening-pending");
  }

  /// Its own address in the queue.
  public String href() {
    return "/studio/queue/" + comment.letterId() + "/" + comment.id();
  }

  /// Where the letter stands, for a link.
  public String letterHref() {
    return letter == null
        ? LetterAddress.ofComment(comment.letterId(), comment.id())
        : "/studio/letters/" + letter.id();
  }

  public String letterTitle() {
    return letter == null || letter.title() == null || letter.title().isBlank()
        ? "your letter"
        : letter.title();
  }

  /// Whether something in it is covered.
  public boolean covered() {
    return masked != null && !masked.equals(text());
  }

  /// The text with what the reasons rest on, personal data covered.
  public Passage shown() {
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
    return comment.text() == null ? "" : comment.text();
  }

  // A reason that rests on the whole text has no passage to show: a mark on everything marks
  // nothing.
  private List<Span> spans() {
    int length = text().codePointCount(0, text().length());
    return why().stream()
        .flatMap(
            reason -> reason.spans() == null ? List.<Span>of().stream() : reason.spans().stream())
        .filter(span -> span.start() > 0 || span.end() < length)
        .toList();
  }
}
