package org.openletter.moderation.statement;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openletter.moderation.statement.Statement.Kind;
import org.openletter.moderation.statement.Statement.Reason;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `POST /internal/events`: a restriction, or its end, is put on file.
@RestController
class EventController {

  private final FileStatement fileStatement;

  EventController(FileStatement fileStatement) {
    this.fileStatement = fileStatement;
  }

  @PostMapping("/internal/events")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void file(@Valid @RequestBody Event event) {
    switch (fileStatement.file(event.statement())) {
      // A sender that did not hear the first answer sends again; both times it may stop now.
      case FileStatement.Result.Filed(), FileStatement.Result.FiledBefore() -> {}
    }
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

    Statement statement() {
      return new Statement(
          eventId,
          kind == EventKind.LIFTED ? Kind.LIFTED : Kind.RESTRICTION,
          letterId,
          commentId,
          accountId,
          action,
          facts,
          rule,
          automated,
          by,
          reasons.stream()
              .map(reason -> new Reason(reason.code(), reason.label(), reason.sentence()))
              .toList(),
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

  record EventReason(
      @Size(max = 100) @NotNull String code,
      @Size(max = 200) @NotNull String label,
      @Size(max = 2_000) @NotNull String sentence) {}
}
