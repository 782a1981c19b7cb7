package org.openletter.comments.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.openletter.comments.OnStage;
import org.openletter.platform.test.TestHttp;
import org.openletter.platform.test.Tokens;

class RenameServiceTest extends OnStage {

  private TestHttp.Answer rename(Person who, String eventId, String name) {
    return http.put(
        "/internal/authors",
        Tokens.service("profiles-service", "comments-service.authors"),
        "[{\"eventId\":\"%s\",\"accountId\":\"%s\",\"handle\":\"%s\",\"name\":\"%s\"}]"
            .formatted(eventId, who.account(), who.handle(), name));
  }

  private String nameOn(String letter) {
    return list(letter, null).text("/comments/0/author/name");
  }

  @Test
  void renamesHerCommentsAndNobodyElses() {
    String letter = openLetter();
    String other = openLetter();
    publicResponse(letter, marit, "Hers.");
    publicResponse(other, person("marit2"), "Not hers.");

    assertThat(rename(marit, eventId(), "Marit\\nB.").text("/taken/0")).isNotEmpty();

    until("she has her name", () -> nameOn(letter).equals("Marit B."));
    assertThat(nameOn(other)).isEqualTo("marit2");
  }

  @Test
  void believesTheNewestName() {
    String letter = openLetter();
    publicResponse(letter, marit, "Hers.");
    String earlier = eventId();
    String later = eventId();
    rename(marit, later, "Later");
    until("she has the later name", () -> nameOn(letter).equals("Later"));

    assertThat(rename(marit, earlier, "Earlier").text("/taken/0")).isNotEmpty();
    assertThat(rename(marit, later, "Later").text("/taken/0")).isNotEmpty();

    String next = openLetter();
    publicResponse(next, marit, "Written with an old token.");
    clock.move(Duration.ofMinutes(7));
    until("the second pass reaches it", () -> nameOn(next).equals("Later"));
    assertThat(nameOn(letter)).isEqualTo("Later");
  }

  @Test
  void refusesARenameWithoutAName() {
    assertThat(rename(marit, eventId(), "x").text("/taken/0")).isNotEmpty();
    assertThat(
            http.put(
                    "/internal/authors",
                    Tokens.service("profiles-service", "comments-service.authors"),
                    "[{\"eventId\":\"e\",\"accountId\":\"%s\"}]".formatted(marit.account()))
                .text("/refused/0/type"))
        .isEqualTo("invalid-fields");
  }
}
