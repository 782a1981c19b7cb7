package org.openletter.posts.publication;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.caller.Caller;
import org.openletter.platform.problem.Refusal;
import org.openletter.posts.PostsRefusals;
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
      return PostsRefusals.NO_VERSION.answer();
    }
    return switch (publish.publish(id, seen.version(), caller)) {
      case PublishLetter.Result.Done(Letter.Published letter) ->
          ResponseEntity.ok(
              new Public(
                  id.value(), letter.publication().slug(), letter.publication().publishedAt()));
      case PublishLetter.Result.No(Refusal why) -> why.answer();
    };
  }

  @DeleteMapping
  ResponseEntity<State> withdraw(
      @PathVariable LetterId id,
      @RequestParam(required = false) @Nullable Integer version,
      Caller caller) {
    if (version == null) {
      return PostsRefusals.NO_VERSION.answer();
    }
    return switch (withdraw.withdraw(id, version, caller)) {
      case WithdrawLetter.Result.Done() -> ResponseEntity.ok(new State("withdrawn"));
      case WithdrawLetter.Result.No(Refusal why) -> why.answer();
    };
  }

  /// The version that the creator has seen.
  record Seen(@Nullable Integer version) {}

  /// Where the public finds it.
  record Public(String id, String slug, Instant publishedAt) {}

  /// The state of a letter.
  record State(String state) {}
}
