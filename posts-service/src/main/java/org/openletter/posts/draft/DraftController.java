package org.openletter.posts.draft;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;
import static org.springframework.http.HttpStatus.TOO_MANY_REQUESTS;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.caller.Caller;
import org.openletter.platform.problem.FieldProblem;
import org.openletter.platform.problem.Problem;
import org.openletter.platform.text.SafeHtml;
import org.openletter.posts.letter.LetterId;
import org.openletter.posts.publication.Newer;
import org.openletter.posts.reading.Cursor;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Writing letters.
@RestController
@RequestMapping("/letters")
class DraftController {

  private static final String ONE = "/{id:" + LetterId.PATTERN + "}";

  private static final Duration A_MOMENT = Duration.ofSeconds(1);

  private final StartDraft start;
  private final ShowDraft show;
  private final SaveDraft save;
  private final DiscardDraft discard;
  private final PreviewLetter preview;
  private final ListOwnLetters own;
  private final ListVersions versions;
  private final ShowVersion showVersion;
  private final RestoreVersion restore;

  DraftController(
      StartDraft start,
      ShowDraft show,
      SaveDraft save,
      DiscardDraft discard,
      PreviewLetter preview,
      ListOwnLetters own,
      ListVersions versions,
      ShowVersion showVersion,
      RestoreVersion restore) {
    this.start = start;
    this.show = show;
    this.save = save;
    this.discard = discard;
    this.preview = preview;
    this.own = own;
    this.versions = versions;
    this.showVersion = showVersion;
    this.restore = restore;
  }

  @GetMapping("/mine")
  ListOwnLetters.Page mine(@RequestParam(required = false) @Nullable Cursor before, Caller caller) {
    return own.list(before, caller);
  }

  @PostMapping
  ResponseEntity<Draft> start(@RequestBody DraftForm form, Caller caller) {
    return switch (start.start(form, caller)) {
      case StartDraft.Result.Started(Draft draft) ->
          ResponseEntity.created(URI.create("/letters/" + draft.id() + "/draft")).body(draft);
      case StartDraft.Result.Invalid(List<FieldProblem> problems) -> Problem.fields(problems);
      case StartDraft.Result.OtherText(LetterId _) ->
          Problem.of(
              CONFLICT,
              "other-text-same-key",
              "This form was already used for another letter. Open a new one and paste the text.");
      case StartDraft.Result.TooMany(int most) ->
          Problem.of(
              CONFLICT,
              "too-many-drafts",
              "You have %d drafts, as many as one person can keep here. Publish or discard one first."
                  .formatted(most));
    };
  }

  @GetMapping(ONE + "/draft")
  ResponseEntity<Draft> show(@PathVariable LetterId id, Caller caller) {
    return show.show(id, caller).map(ResponseEntity::ok).orElseGet(DraftController::noSuchLetter);
  }

  @PutMapping(ONE + "/draft")
  ResponseEntity<Draft> save(
      @PathVariable LetterId id, @RequestBody DraftForm form, Caller caller) {
    if (form.version() == null) {
      return Problem.fields(
          List.of(new FieldProblem("version", "Say which version this was written on.")));
    }
    return answer(save.save(id, form, form.version(), caller));
  }

  private static ResponseEntity<Draft> answer(SaveDraft.Result result) {
    return switch (result) {
      case SaveDraft.Result.Saved(Draft draft) -> ResponseEntity.ok(draft);
      case SaveDraft.Result.NotFound() -> noSuchLetter();
      case SaveDraft.Result.Invalid(List<FieldProblem> problems) -> Problem.fields(problems);
      case SaveDraft.Result.Changed(Newer newer) -> newer.answer();
      case SaveDraft.Result.AlreadyWithdrawn() ->
          Problem.of(
              CONFLICT,
              "letter-withdrawn",
              "This letter was withdrawn and stays so. You can copy its text into a new one.");
      case SaveDraft.Result.Busy() ->
          Problem.retryLater(
              SERVICE_UNAVAILABLE,
              Problem.BUSY,
              "This letter is being changed elsewhere. Try again in a moment.",
              A_MOMENT);
    };
  }

  @DeleteMapping(ONE)
  ResponseEntity<Void> discard(
      @PathVariable LetterId id,
      @RequestParam(required = false) @Nullable Integer version,
      Caller caller) {
    if (version == null) {
      return Problem.fields(
          List.of(new FieldProblem("version", "Say which version you have seen.")));
    }
    return switch (discard.discard(id, version, caller)) {
      case DiscardDraft.Result.Done() -> ResponseEntity.noContent().build();
      case DiscardDraft.Result.NotFound() -> noSuchLetter();
      case DiscardDraft.Result.OncePublic() ->
          Problem.of(
              CONFLICT,
              "once-public",
              "This letter has been public, so it is withdrawn instead of thrown away.");
      case DiscardDraft.Result.Changed(Newer newer) -> newer.answer();
      case DiscardDraft.Result.Busy() ->
          Problem.retryLater(
              SERVICE_UNAVAILABLE,
              Problem.BUSY,
              "This letter is being changed elsewhere; nothing was thrown away. Try again in a moment.",
              A_MOMENT);
    };
  }

  @GetMapping(ONE + "/versions")
  ResponseEntity<History> versions(@PathVariable LetterId id, Caller caller) {
    return versions
        .list(id, caller)
        .map(entries -> ResponseEntity.ok(new History(entries)))
        .orElseGet(DraftController::noSuchLetter);
  }

  @GetMapping(ONE + "/versions/{number:[0-9]{1,9}}")
  ResponseEntity<ShowVersion.Text> version(
      @PathVariable LetterId id, @PathVariable int number, Caller caller) {
    return showVersion
        .show(id, number, caller)
        .map(ResponseEntity::ok)
        .orElseGet(DraftController::noSuchLetter);
  }

  /// The newest text becomes once more what it was in this version.
  @PutMapping(ONE + "/versions/{number:[0-9]{1,9}}/restoration")
  ResponseEntity<Draft> restore(
      @PathVariable LetterId id, @PathVariable int number, @RequestBody Seen seen, Caller caller) {
    if (seen.version() == null) {
      return Problem.fields(
          List.of(new FieldProblem("version", "Say which version you have seen.")));
    }
    return answer(restore.restore(id, number, seen.version(), caller));
  }

  @PostMapping("/preview")
  ResponseEntity<Shown> preview(@RequestBody DraftForm form, Caller caller) {
    return switch (preview.preview(form, caller)) {
      case PreviewLetter.Result.Shown(SafeHtml html, int words, int minutes, String language) ->
          ResponseEntity.ok(new Shown(html, words, minutes, language));
      case PreviewLetter.Result.Invalid(List<FieldProblem> problems) -> Problem.fields(problems);
      case PreviewLetter.Result.TooManyAtOnce() ->
          Problem.retryLater(
              TOO_MANY_REQUESTS,
              "two-at-a-time",
              "Two previews are already on their way to you.",
              A_MOMENT);
    };
  }

  private static <T> ResponseEntity<T> noSuchLetter() {
    return Problem.of(NOT_FOUND, "no-such-letter", "There is no such letter.");
  }

  /// All texts of a letter, newest first.
  record History(List<ListVersions.Entry> versions) {}

  /// How the public would see it.
  ///
  /// @param language as a language tag; empty when it is not known
  record Shown(SafeHtml html, int words, int minutes, String language) {}

  /// The version that the creator has seen.
  record Seen(@Nullable Integer version) {}
}
