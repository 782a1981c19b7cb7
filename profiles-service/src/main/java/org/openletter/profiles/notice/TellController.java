package org.openletter.profiles.notice;

import jakarta.validation.Validator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.outbox.Heard;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Where the other services leave what people have to be told.
@RestController
class TellController {

  private final TellPerson tellPerson;
  private final Validator validator;

  TellController(TellPerson tellPerson, Validator validator) {
    this.tellPerson = tellPerson;
    this.validator = validator;
  }

  @PostMapping("/internal/notices")
  ResponseEntity<Heard> tell(@RequestBody List<TellPerson.@Nullable Message> messages) {
    return Heard.each(messages, TellPerson.Message::eventId, this::tell);
  }

  private Optional<String> tell(TellPerson.Message message) {
    if (!validator.validate(message).isEmpty()) {
      return Optional.of(Heard.INVALID);
    }
    return switch (tellPerson.tell(message)) {
      case TellPerson.Result.Told() -> Optional.empty();
      case TellPerson.Result.NobodyThere() -> Optional.of("not-found");
      case TellPerson.Result.Invalid(_) -> Optional.of(Heard.INVALID);
    };
  }
}
