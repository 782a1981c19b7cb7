package org.openletter.moderation.screening;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.openletter.moderation.ModerationRefusals;
import org.openletter.moderation.signal.Submission;
import org.openletter.platform.id.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// `POST /internal/screenings`: one response in, one verdict out.
@RestController
class ScreeningController {

  private static final Logger LOG = LoggerFactory.getLogger(ScreeningController.class);

  private final ScreenComment screenComment;

  ScreeningController(ScreenComment screenComment) {
    this.screenComment = screenComment;
  }

  @PostMapping("/internal/screenings")
  Verdict screen(@Valid @RequestBody Question question) {
    return screenComment.screen(question.submission());
  }

  @ExceptionHandler
  ResponseEntity<Void> notScreened(NotScreened failed) {
    LOG.warn("a text has no verdict: {}", failed.getMessage());
    return ModerationRefusals.NOT_SCREENED.answer();
  }

  /// @param letterId the letter it answers
  /// @param commentId its id, when it has one
  /// @param text as it was written; what is longer than anything that is kept is refused
  /// @param firstHere whether first responses wait here, and this is one
  /// @param approvedBefore whether something by this person is public here
  /// @param imported whether it comes from a file
  record Question(
      @Size(max = 100) @NotNull String letterId,
      @Size(max = 100) @Nullable String commentId,
      @Valid @NotNull Author author,
      @Size(max = Submission.LONGEST) @NotNull String text,
      boolean firstHere,
      boolean approvedBefore,
      @JsonProperty("import") boolean imported) {

    Submission submission() {
      // Without an id the same words by the same person on the same letter are one response: they
      // are sent again when an answer was late.
      String id =
          commentId == null || commentId.isBlank()
              ? Ids.derived12(letterId, String.valueOf(author.handle()), author.shown(), text)
              : commentId;
      return new Submission(
          letterId, id, author.handle(), author.shown(), text, firstHere, approvedBefore, imported);
    }
  }

  /// @param handle nothing for an imported writer
  record Author(@Size(max = 100) @Nullable String handle, @Size(max = 500) @Nullable String name) {

    String shown() {
      return name == null ? "" : name;
    }
  }
}
