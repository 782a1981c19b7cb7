package org.openletter.comments.thread;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openletter.comments.CommentsRefusals;
import org.openletter.comments.letter.Letter;
import org.openletter.platform.caller.Caller;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Threads: how many responses letters have, and the settings of one.
@RestController
class ThreadController {

  private static final int MOST_LETTERS = 50;

  private final Threads threads;
  private final ChangeThread changeThread;

  ThreadController(Threads threads, ChangeThread changeThread) {
    this.threads = threads;
    this.changeThread = changeThread;
  }

  /// How many responses these letters have. Letters that are not public are missing.
  @GetMapping("/threads")
  ResponseEntity<Counts> counts(@RequestParam String letters) {
    List<String> ids = Arrays.stream(letters.split(",", -1)).filter(Letter::isId).toList();
    if (ids.size() > MOST_LETTERS) {
      return CommentsRefusals.tooManyLetters(MOST_LETTERS).answer();
    }
    Map<String, Long> counts = new HashMap<>();
    if (!ids.isEmpty()) {
      threads
          .find(ids)
          .forEach((id, thread) -> {
            if (thread.letter().isPublished()) {
              counts.put(id, thread.responses());
            }
          });
    }
    return ResponseEntity.ok(new Counts(counts));
  }

  @GetMapping("/letters/{letterId}/thread")
  ResponseEntity<Settings> settings(@PathVariable String letterId, Caller caller) {
    return threads
        .find(letterId)
        .filter(thread -> thread.isOf(caller.accountId()))
        .map(thread -> ResponseEntity.ok(Settings.of(thread)))
        .orElseGet(CommentsRefusals.NO_LETTER_OF_YOURS::answer);
  }

  @PutMapping("/letters/{letterId}/thread")
  ResponseEntity<Settings> change(
      @PathVariable String letterId, Caller caller, @RequestBody ChangeThread.Wish wish) {
    return switch (changeThread.change(letterId, caller.accountId(), wish)) {
      case ChangeThread.Result.Changed(var thread) -> ResponseEntity.ok(Settings.of(thread));
      case ChangeThread.Result.No(var why) -> why.answer();
    };
  }

  record Counts(Map<String, Long> counts) {}

  record Settings(
      String letterId, Mode mode, @Nullable Instant closesAt, List<String> rules, long version) {

    static Settings of(CommentThread thread) {
      ThreadSettings settings = thread.settings();
      return new Settings(
          thread.letter().id(),
          settings.mode(),
          settings.closesAt(),
          settings.rules(),
          settings.version());
    }
  }
}
