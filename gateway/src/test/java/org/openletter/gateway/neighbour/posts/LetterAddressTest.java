package org.openletter.gateway.neighbour.posts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LetterAddressTest {

  @Test
  void keepsLettersAwayFromAddressesThatMeanSomethingElse() {
    assertThat(LetterAddress.of("aaaaaaaaaaaa", "respond"))
        .isEqualTo("/letters/aaaaaaaaaaaa/respond-letter");
    assertThat(LetterAddress.of("aaaaaaaaaaaa", "comments"))
        .isEqualTo("/letters/aaaaaaaaaaaa/comments-letter");
    assertThat(LetterAddress.of("aaaaaaaaaaaa", "the-stairs"))
        .isEqualTo("/letters/aaaaaaaaaaaa/the-stairs");
  }

  @Test
  void namesALetterWhoseTitleHasNoLetters() {
    assertThat(LetterAddress.of("aaaaaaaaaaaa", "")).isEqualTo("/letters/aaaaaaaaaaaa/letter");
  }
}
