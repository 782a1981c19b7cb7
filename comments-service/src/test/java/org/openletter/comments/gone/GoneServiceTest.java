package org.openletter.comments.gone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openletter.comments.OnStage;
import org.openletter.platform.test.Tokens;

class GoneServiceTest extends OnStage {

  private static final String GATEWAY = Tokens.service("gateway", "comments-service.threads");

  private Instant begin() {
    Instant now = Instant.parse(http.get("/internal/gone", GATEWAY).json().get("until").asString());
    clock.move(Duration.ofMillis(5));
    return now;
  }

  private List<String> goneSince(Instant after) {
    List<String> letters = new ArrayList<>();
    http.get("/internal/gone?after=" + after, GATEWAY)
        .json()
        .get("letters")
        .forEach(letter -> letters.add(letter.asString()));
    return letters;
  }

  @Test
  void namesALetterOfWhichAResponseWasRemoved() {
    String letter = openLetter();
    String other = openLetter();
    String id = publicResponse(letter, marit, "One.");
    publicResponse(other, marit, "Stays.");
    Instant before = begin();

    assertThat(
            decide(letter, id, rosa, "{\"act\":\"remove\",\"reason\":{\"code\":\"off-topic\"}}")
                .status())
        .isEqualTo(200);

    until("it is said to be gone", () -> goneSince(before).contains(letter));
    assertThat(goneSince(before)).doesNotContain(other);
  }

  @Test
  void namesALetterOfWhichAResponseWasWithdrawnByItsWriter() {
    String letter = openLetter();
    String id = publicResponse(letter, marit, "One.");
    Instant before = begin();

    withdraw(letter, id, marit);

    until("it is said to be gone", () -> goneSince(before).contains(letter));
  }

  @Test
  void namesALetterThatIsNotPublicAnyMore() {
    String letter = openLetter();
    Instant before = begin();
    assertThat(goneSince(before)).doesNotContain(letter);

    tell(letter, rosa, "withdrawn");

    assertThat(goneSince(before)).contains(letter);
  }

  @Test
  void tellsNobodyButGateways() {
    assertThat(http.get("/internal/gone", null).status()).isEqualTo(401);
    assertThat(http.get("/internal/gone", rosa.token()).status()).isEqualTo(403);
    assertThat(
            http.get("/internal/gone", Tokens.service("posts-service", "comments-service.letters"))
                .status())
        .isEqualTo(403);
  }
}
