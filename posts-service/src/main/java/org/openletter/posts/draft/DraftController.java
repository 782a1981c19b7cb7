package org.openletter.posts.draft;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.caller.Caller;
import org.openletter.platform.problem.Refusal;
import org.openletter.platform.text.SafeHtml;
import org.openletter.posts.PostsRefusals;
import org.openletter.posts.letter.LetterId;
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
  ListOwnLetters.Page mine(
      @RequestParam(required = false) @Nullable Cursor before,
      @RequestParam(defaultValue = "50") int limit,
      Caller caller) {
    return own.list(before, limit, caller);
  }

  @PostMapping
  ResponseEntity<Draft> start(@RequestBody DraftForm form, Caller caller) {
    return switch (start.start(form, caller)) {
      case StartDraft.Result.Started(Draft draft) ->
          ResponseEntity.created(URI.create("/letters/" + draft.id() + "/draft")).body(draft);
      case StartDraft.Result.No(Refusal why) -> why.answer();
    };
  }

  @GetMapping(ONE + "/draft")
  ResponseEntity<Draft> show(@PathVariable LetterId id, Caller caller) {
    return show.show(id, caller)
        .map(ResponseEntity::ok)
        .orElseGet(PostsRefusals.NO_SUCH_LETTER::answer);
  }

  @PutMapping(ONE + "/draft")
  ResponseEntity<Draft> save(
      @PathVariable LetterId id, @RequestBody DraftForm form, Caller caller) {
    if (form.version() == null) {
      return PostsRefusals.NO_VERSION.answer();
    }
    return answer(save.save(id, form, form.version(), caller));
  }

  private static ResponseEntity<Draft> answer(SaveDraft.Result result) {
    return switch (result) {
      case SaveDraft.Result.Saved(Draft draft) -> ResponseEntity.ok(draft);
      case SaveDraft.Result.No(Refusal why) -> why.answer();
    };
  }

  @DeleteMapping(ONE)
  ResponseEntity<Void> discard(
      @PathVariable LetterId id,
      @RequestParam(required = false) @Nullable Integer version,
      Caller caller) {
    if (version == null) {
      return PostsRefusals.NO_VERSION.answer();
    }
    return switch (discard.discard(id, version, caller)) {
      case DiscardDraft.Result.Done() -> ResponseEntity.noContent().build();
      case DiscardDraft.Result.No(Refusal why) -> why.answer();
    };
  }

  @GetMapping(ONE + "/versions")
  ResponseEntity<History> versions(@PathVariable LetterId id, Caller caller) {
    return versions
        .list(id, caller)
        .map(entries -> ResponseEntity.ok(new History(entries)))
        .orElseGet(PostsRefusals.NO_SUCH_LETTER::answer);
  }

  @GetMapping(ONE + "/versions/{number:[0-9]{1,9}}")
  ResponseEntity<ShowVersion.Text> version(
      @PathVariable LetterId id, @PathVariable int number, Caller caller) {
    return showVersion
        .show(id, number, caller)
        .map(ResponseEntity::ok)
        .orElseGet(PostsRefusals.NO_SUCH_LETTER::answer);
  }

  /// The newest text becomes once more what it was in this version.
  @PutMapping(ONE + "/versions/{number:[0-9]{1,9}}/restoration")
  ResponseEntity<Draft> restore(
      @PathVariable LetterId id, @PathVariable int number, @RequestBody Seen seen, Caller caller) {
    if (seen.version() == null) {
      return PostsRefusals.NO_VERSION.answer();
    }
    return answer(restore.restore(id, number, seen.version(), caller));
  }

  @PostMapping("/preview")
  ResponseEntity<Shown> preview(@RequestBody DraftForm form, Caller caller) {
    return switch (preview.preview(form, caller)) {
      case PreviewLetter.Result.Shown(SafeHtml html, int words, int minutes, String language) ->
          ResponseEntity.ok(new Shown(html, words, minutes, language));
      case PreviewLetter.Result.No(Refusal why) -> why.answer();
    };
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
