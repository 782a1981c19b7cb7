package org.openletter.comments.thread;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openletter.comments.CommentsRefusals;
import org.openletter.platform.problem.FieldProblem;
import org.openletter.platform.problem.Refusal;
import org.openletter.platform.text.PlainText;
import org.springframework.stereotype.Component;

/// A creator changes the settings of her thread.
@Component
class ChangeThread {

  /// Later dates are typing mistakes.
  private static final Duration LATEST = Duration.ofDays(3660);

  private final Threads threads;
  private final ThreadLimits limits;
  private final Clock clock;

  ChangeThread(Threads threads, ThreadLimits limits, Clock clock) {
    this.threads = threads;
    this.limits = limits;
    this.clock = clock;
  }

  /// What she asks for.
  ///
  /// @param version the version she saw
  record Wish(
      @Nullable String mode,
      @Nullable Instant closesAt,
      @Nullable List<@Nullable String> rules,
      @Nullable Long version) {}

  /// How it went.
  sealed interface Result {

    record Changed(CommentThread thread) implements Result {}

    record No(Refusal why) implements Result {}
  }

  Result change(String letterId, String accountId, Wish wish) {
    CommentThread thread = threads.find(letterId).orElse(null);
    if (thread == null || !thread.isOf(accountId)) {
      return new Result.No(CommentsRefusals.NO_LETTER_OF_YOURS);
    }
    Optional<Mode> mode = Mode.of(wish.mode() == null ? "" : wish.mode());
    List<String> rules = clean(wish.rules());
    List<FieldProblem> problems = problems(mode, wish.closesAt(), rules);
    if (wish.version() == null) {
      problems.add(
          new FieldProblem(
              "version", "Say which version you saw: “version” of the answer that showed it."));
    }
    if (mode.isEmpty() || wish.version() == null || !problems.isEmpty()) {
      return new Result.No(Refusal.fields(problems));
    }
    long version = wish.version();
    ThreadSettings wanted = new ThreadSettings(mode.get(), wish.closesAt(), rules, version + 1);
    boolean changed = threads.change(letterId, wanted, version);
    CommentThread now = threads.find(letterId).orElseThrow();
    return changed
        ? new Result.Changed(now)
        : new Result.No(
            CommentsRefusals.THREAD_CHANGED.with("newer", ThreadController.Settings.of(now)));
  }

  private List<FieldProblem> problems(
      Optional<Mode> mode, @Nullable Instant closesAt, List<String> rules) {
    List<FieldProblem> problems = new ArrayList<>();
    if (mode.isEmpty()) {
      problems.add(new FieldProblem("mode", "Choose who may respond."));
    }
    Instant now = clock.instant();
    if (closesAt != null
        && (closesAt.isBefore(now.minus(LATEST)) || closesAt.isAfter(now.plus(LATEST)))) {
      problems.add(new FieldProblem("closesAt", "Choose a date within the next ten years."));
    }
    if (rules.size() > limits.rules()) {
      problems.add(
          new FieldProblem(
              "rules", "Keep to " + limits.rules() + " lines, so that they are read."));
    }
    if (rules.stream().anyMatch(line -> PlainText.length(line) > limits.ruleLength())) {
      problems.add(
          new FieldProblem("rules", "Keep each line to " + limits.ruleLength() + " characters."));
    }
    return problems;
  }

  private static List<String> clean(@Nullable List<@Nullable String> rules) {
    if (rules == null) {
      return List.of();
    }
    List<String> kept = new ArrayList<>();
    for (String line : rules) {
      if (line != null && !PlainText.blank(line)) {
        kept.add(PlainText.cleanLine(line));
      }
    }
    return kept;
  }
}
