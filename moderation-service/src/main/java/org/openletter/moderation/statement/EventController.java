package org.openletter.moderation.statement;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openletter.moderation.statement.Statement.Kind;
import org.openletter.moderation.statement.Statement.Reason;
import org.openletter.platform.outbox.Heard;
import org.openletter.platform.text.Parameters;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// `POST /internal/events`: restrictions, or their ends, are put on file.
@RestController
class EventController {

  private final FileStatement fileStatement;
  private final Validator validator;

  EventController(FileStatement fileStatement, Validator validator) {
    this.fileStatement = fileStatement;
    this.validator = validator;
  }

  @PostMapping("/internal/events")
  ResponseEntity<Heard> file(@RequestBody List<@Nullable Event> events) {
    return Heard.each(events, Event::eventId, this::file);
  }

  private Optional<String> file(Event event) {
    if (!validator.validate(event).isEmpty() || !event.bounded()) {
      return Optional.of(Heard.INVALID);
    }
    return switch (fileStatement.file(event.statement())) {
      // A sender that did not hear the first answer sends again; both times it may stop now.
      case FileStatement.Result.Filed(), FileStatement.Result.FiledBefore() -> Optional.empty();
    };
  }

  /// A statement as comments-service tells of it.
  record Event(
      @NotBlank @Size(max = 100) String eventId,
      @NotNull EventKind kind,
      @NotBlank @Size(max = 100) String letterId,
      @NotBlank @Size(max = 100) String commentId,
      @Size(max = 100) @Nullable String accountId,
      @NotBlank @Size(max = 100) String action,
      @Size(max = 20_000) @NotNull String facts,
      @Size(max = 100) @NotNull String rule,
      boolean automated,
      @NotBlank @Size(max = 100) String by,
      @NotNull @Size(max = 100) List<@Valid @NotNull EventReason> reasons,
      @Size(max = 50) @Nullable String version,
      @NotNull Instant at) {

    // Bean validation has no word for the shape of parameters.
    boolean bounded() {
      return reasons.stream().allMatch(reason -> Parameters.good(reason.parameters()));
    }

    Statement statement() {
      List<Reason> told =
          reasons.stream()
              .map(r -> Worded.reason(r.code(), r.parameters(), r.label(), r.sentence()))
              .toList();
      return new Statement(
          eventId,
          kind == EventKind.LIFTED ? Kind.LIFTED : Kind.RESTRICTION,
          letterId,
          commentId,
          accountId,
          action,
          Worded.ownWords(action, facts, told),
          rule,
          automated,
          by,
          told,
          version,
          at);
    }
  }

  enum EventKind {
    @JsonProperty("restriction")
    RESTRICTION,
    @JsonProperty("lifted")
    LIFTED
  }

  /// One reason.
  ///
  /// @param label the words, as they were told before there were parameters; so was `sentence`
  record EventReason(
      @Pattern(regexp = "[a-z-]{1,100}") @NotNull String code,
      @Nullable Map<String, @Nullable Object> parameters,
      @Size(max = 200) @Nullable String label,
      @Size(max = 2_000) @Nullable String sentence) {}
}
