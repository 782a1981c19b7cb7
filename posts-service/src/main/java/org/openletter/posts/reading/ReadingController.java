package org.openletter.posts.reading;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.caller.Caller;
import org.openletter.platform.problem.Refusal;
import org.openletter.posts.PostsRefusals;
import org.openletter.posts.letter.LetterId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Reading letters, for everybody and for other services.
@RestController
class ReadingController {

  private static final String ONE = "/{id:" + LetterId.PATTERN + "}";

  private final ListLetters list;
  private final ShowLetter show;

  ReadingController(ListLetters list, ShowLetter show) {
    this.list = list;
    this.show = show;
  }

  @GetMapping("/letters")
  ListLetters.Page list(
      @RequestParam(required = false) @Nullable Cursor before,
      @RequestParam(required = false) @Nullable String author,
      @RequestParam(defaultValue = "20") int limit) {
    return list.list(before, author, limit);
  }

  @GetMapping("/letters" + ONE)
  ResponseEntity<ShowLetter.Page> show(@PathVariable LetterId id, Optional<Caller> caller) {
    return switch (show.show(id, caller)) {
      case ShowLetter.Result.Shown(ShowLetter.Page page) -> ResponseEntity.ok(page);
      case ShowLetter.Result.No(Refusal why) -> why.answer();
    };
  }

  @GetMapping("/internal/letters" + ONE)
  ResponseEntity<ShowLetter.Facts> facts(@PathVariable LetterId id) {
    return show.facts(id).map(ResponseEntity::ok).orElseGet(PostsRefusals.NO_SUCH_LETTER::answer);
  }
}
