package org.openletter.posts.importing;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.caller.Caller;
import org.openletter.platform.problem.BodyTooLarge;
import org.openletter.platform.problem.Refusal;
import org.openletter.posts.PostsRefusals;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Imports that were checked.
@RestController
@RequestMapping("/imports/{id:[0-9a-z]{12}}")
class ImportController {

  private static final int LONGEST_CHOICE = 64 * 1024;

  private final ShowImport show;
  private final BringIn bringIn;
  private final CancelImport cancel;
  private final JsonMapper json;

  ImportController(ShowImport show, BringIn bringIn, CancelImport cancel, JsonMapper json) {
    this.show = show;
    this.bringIn = bringIn;
    this.cancel = cancel;
    this.json = json;
  }

  @GetMapping
  ResponseEntity<ShowImport.View> show(
      @PathVariable String id, @RequestParam(defaultValue = "0") int from, Caller caller) {
    return show.show(id, from, caller)
        .map(ResponseEntity::ok)
        .orElseGet(PostsRefusals.NO_SUCH_IMPORT::answer);
  }

  @PutMapping(path = "/confirmation", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<ShowImport.View> confirm(
      @PathVariable String id, HttpServletRequest request, Caller caller) throws IOException {
    Choice choice = read(request);
    List<String> letters = Objects.requireNonNullElse(choice.letters(), List.of());
    return switch (bringIn.bringIn(id, letters, Boolean.TRUE.equals(choice.initials()), caller)) {
      case BringIn.Result.Done() -> show(id, 0, caller);
      case BringIn.Result.No(Refusal why) -> why.answer();
    };
  }

  @DeleteMapping
  ResponseEntity<Void> cancel(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String seen,
      Caller caller) {
    if (seen == null) {
      return PostsRefusals.NOTHING_SEEN.answer();
    }
    return switch (cancel.cancel(id, seen, caller)) {
      case CancelImport.Result.Done() -> ResponseEntity.noContent().build();
      case CancelImport.Result.No(Refusal why) -> why.answer();
    };
  }

  // Bodies under this address are not limited before they get here, because files come this way.
  private Choice read(HttpServletRequest request) throws IOException {
    byte[] body = request.getInputStream().readNBytes(LONGEST_CHOICE + 1);
    if (body.length > LONGEST_CHOICE) {
      throw new BodyTooLarge(LONGEST_CHOICE);
    }
    try {
      return Objects.requireNonNull(json.readValue(body, Choice.class));
    } catch (JacksonException | NullPointerException unreadable) {
      throw new HttpMessageNotReadableException(
          "not a choice", unreadable, new ServletServerHttpRequest(request));
    }
  }

  /// What to bring in.
  record Choice(@Nullable List<String> letters, @Nullable Boolean initials) {}
}
