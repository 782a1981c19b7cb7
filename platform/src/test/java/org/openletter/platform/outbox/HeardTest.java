package org.openletter.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoTimeoutException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openletter.platform.problem.NoAnswer;
import org.springframework.http.ResponseEntity;

class HeardTest {

  private final List<String> taken = new ArrayList<>();

  @Test
  void whatOneEventMeetsKeepsNothingFromTheOthers() {
    Heard heard = each("1", "bad", "bug", "2").getBody();

    assertThat(heard)
        .isEqualTo(new Heard(List.of("1", "2"), List.of(new Heard.Refused("bad", Heard.INVALID))));
  }

  @Test
  void endsWhenSomebodyDoesNotAnswer() {
    assertThatThrownBy(() -> each("1", "silent", "2")).isInstanceOf(NoAnswer.class);
    assertThatThrownBy(() -> each("3", "away", "4")).isInstanceOf(MongoTimeoutException.class);
    assertThat(taken).containsExactly("1", "3");
  }

  @Test
  void refusesWhatIsNoListOfEvents() {
    assertThat(each("1", null).getStatusCode().value()).isEqualTo(422);
    assertThat(each("").getStatusCode().value()).isEqualTo(422);
    List<String> many = Collections.nCopies(Heard.MOST + 1, "x");
    assertThat(each(many.toArray(String[]::new)).getStatusCode().value()).isEqualTo(422);
    assertThat(taken).containsExactly("1");
  }

  private ResponseEntity<Heard> each(@Nullable String... events) {
    return Heard.each(Arrays.asList(events), id -> id.isEmpty() ? null : id, this::take);
  }

  private Optional<String> take(String event) {
    return switch (event) {
      case "bad" -> Optional.of(Heard.INVALID);
      case "bug" -> throw new IllegalStateException("a bug");
      case "silent" -> throw new NoAnswer("profiles-service", "it is down");
      case "away" -> throw new MongoTimeoutException("no server");
      default -> {
        taken.add(event);
        yield Optional.empty();
      }
    };
  }
}
