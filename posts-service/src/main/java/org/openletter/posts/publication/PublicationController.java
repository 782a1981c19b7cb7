package org.openletter.posts.publication;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;
import static org.springframework.http.HttpStatus.TOO_MANY_REQUESTS;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.caller.Caller;
import org.openletter.platform.problem.FieldProblem;
import org.openletter.platform.problem.Problem;
import org.openletter.posts.letter.Letter;
import org.openletter.posts.letter.LetterId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Publishing and withdrawing.
@RestController
@RequestMapping("/letters/{id:" + LetterId.PATTERN + "}/publication")
class PublicationController {

  private final PublishLetter publish;
  private final WithdrawLetter withdraw;

  PublicationController(PublishLetter publish, WithdrawLetter withdraw) {
    this.publish = publish;
    this.withdraw = withdraw;
  }

  @PutMapping
  ResponseEntity<Public> publish(@PathVariable LetterId id, @RequestBody Seen seen, Caller caller) {
    if (seen.version() == null) {
      return Problem.fields(
          List.of(new FieldProblem("version", "Say which version you have seen.")));
    }
    return switch (publish.publish(id, seen.version(), caller)) {
      case PublishLetter.Result.Done(Letter.Published letter) ->
          ResponseEntity.ok(
              new Public(
                  id.value(), letter.publication().slug(), letter.publication().publishedAt()));
      case PublishLetter.Result.NotFound() -> noSuchLetter();
      case PublishLetter.Result.AlreadyWithdrawn() ->
          Problem.of(
              CONFLICT,
              "letter-withdrawn",
              "This letter was withdrawn and stays so. You can copy its text into a new one.");
      case PublishLetter.Result.Changed(Newer newer) -> newer.answer();
      case PublishLetter.Result.Incomplete(List<FieldProblem> missing) -> Problem.fields(missing);
      case PublishLetter.Result.Busy() ->
          Problem.retryLater(
              SERVICE_UNAVAILABLE,
              Problem.BUSY,
              "This letter is being changed elsewhere; nothing was published. Try again in a moment.",
              Duration.ofSeconds(1));
      case PublishLetter.Result.TooMany(Duration retryAfter) ->
          Problem.retryLater(
              TOO_MANY_REQUESTS,
              "enough-for-today",
              "You have published as many letters as one person may in a day. Your draft is kept.",
              retryAfter);
    };
  }

  @DeleteMapping
  ResponseEntity<State> withdraw(
      @PathVariable LetterId id,
      @RequestParam(required = false) @Nullable Integer version,
      Caller caller) {
    if (version == null) {
      return Problem.fields(
          List.of(new FieldProblem("version", "Say which version you have seen.")));
    }
    return switch (withdraw.withdraw(id, version, caller)) {
      case WithdrawLetter.Result.Done() -> ResponseEntity.ok(new State("withdrawn"));
      case WithdrawLetter.Result.NotFound() -> noSuchLetter();
      case WithdrawLetter.Result.Changed(Newer newer) -> newer.answer();
      case WithdrawLetter.Result.NeverPublic() ->
          Problem.of(CONFLICT, "not-public", "This letter is a draft. Nobody else can see it.");
      case WithdrawLetter.Result.Busy() ->
          Problem.retryLater(
              SERVICE_UNAVAILABLE,
              Problem.BUSY,
              "This letter is being changed elsewhere. Try again in a moment.",
              Duration.ofSeconds(1));
    };
  }

  private static <T> ResponseEntity<T> noSuchLetter() {
    return Problem.of(NOT_FOUND, "no-such-letter", "There is no such letter.");
  }

  /// The version that the creator has seen.
  record Seen(@Nullable Integer version) {}

  /// Where the public finds it.
  record Public(String id, String slug, Instant publishedAt) {}

  /// The state of a letter.
  record State(String state) {}
}
