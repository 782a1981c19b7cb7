package org.openletter.posts.importing;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.caller.Caller;
import org.openletter.platform.problem.BodyTooLarge;
import org.openletter.platform.problem.FieldProblem;
import org.openletter.platform.problem.Problem;
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
        .orElseGet(ImportController::noSuchImport);
  }

  @PutMapping(path = "/confirmation", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<ShowImport.View> confirm(
      @PathVariable String id, HttpServletRequest request, Caller caller) throws IOException {
    Choice choice = read(request);
    List<String> letters = Objects.requireNonNullElse(choice.letters(), List.of());
    return switch (bringIn.bringIn(id, letters, Boolean.TRUE.equals(choice.initials()), caller)) {
      case DONE -> show(id, 0, caller);
      case NOT_FOUND -> noSuchImport();
      case GONE ->
          Problem.of(
              NOT_FOUND,
              "no-such-import",
              "The day for which the file was kept ended just now, so nothing of this choice was"
                  + " brought in. Choose the file again.");
      case NOTHING_CHOSEN ->
          Problem.fields(
              List.of(new FieldProblem("letters", "Choose at least one letter of the file.")));
      case TOO_MANY ->
          Problem.fields(
              List.of(
                  new FieldProblem(
                      "letters",
                      "Choose at most %d letters at once; the others can follow."
                          .formatted(Import.MOST_AT_ONCE))));
      case STILL_BRINGING_IN ->
          Problem.of(
              CONFLICT,
              "bringing-in",
              "What you chose before is still on its way. Wait until it is here, then choose more.");
    };
  }

  @DeleteMapping
  ResponseEntity<Void> cancel(@PathVariable String id, Caller caller) {
    return switch (cancel.cancel(id, caller)) {
      case DONE -> ResponseEntity.noContent().build();
      case NOT_FOUND -> noSuchImport();
      case PUBLIC ->
          Problem.of(
              CONFLICT,
              "bringing-in",
              "One of its letters is published already, so it is not taken back. Wait until all of it is"
                  + " here, then discard the drafts that you do not want.");
      case JUST_DONE ->
          Problem.of(
              CONFLICT,
              "bringing-in",
              "The last of it has just arrived. Discard the drafts that you do not want.");
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

  private static <T> ResponseEntity<T> noSuchImport() {
    return Problem.of(
        NOT_FOUND,
        "no-such-import",
        "There is no such file. Files are kept for a day; choose it again.");
  }

  /// What to bring in.
  record Choice(@Nullable List<String> letters, @Nullable Boolean initials) {}
}
