package org.openletter.profiles.notice;

import jakarta.validation.Valid;
import org.openletter.platform.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Where the other services leave what people have to be told.
@RestController
class TellController {

  private final TellPerson tellPerson;

  TellController(TellPerson tellPerson) {
    this.tellPerson = tellPerson;
  }

  @PostMapping("/internal/notices")
  ResponseEntity<Void> tell(@Valid @RequestBody TellPerson.Message message) {
    return switch (tellPerson.tell(message)) {
      case TellPerson.Result.Told() -> ResponseEntity.noContent().build();
      case TellPerson.Result.NobodyThere() ->
          Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is no such account.");
      case TellPerson.Result.Invalid(var fields) -> Problem.fields(fields);
    };
  }
}
