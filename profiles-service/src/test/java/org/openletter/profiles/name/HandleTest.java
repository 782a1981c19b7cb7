package org.openletter.profiles.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandleTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ab",
        "a234567890123456789012345678901",
        "rosa ",
        "rosa.",
        "ro sa",
        "аdmin",
        "admın",
        "İstanbul",
        "ro\u200Bsa",
        "ro\u0000sa",
        "rosa\n",
        "../x",
        "rosa@home",
        ""
      })
  void isOnlyOfSmallPlainLetters(String typed) {
    assertThat(Handle.read(typed)).isEmpty();
  }

  @Test
  void takesCapitalsForSmallLetters() {
    assertThat(Handle.read("Rosa_L-1")).contains(new Handle("rosa_l-1"));
  }

  @Test
  void cleansDisplayNames() {
    assertThat(DisplayName.clean("  Rosa\n\tLuz \u202Egnitirw\u202C "))
        .isEqualTo("Rosa Luz gnitirw");
    assertThat(DisplayName.clean("\u200B\u2060 \u3164")).isEmpty();
    assertThat(DisplayName.objection("x".repeat(61))).isPresent();
    assertThat(DisplayName.objection("😀".repeat(60))).isEmpty();
    assertThat(DisplayName.objection("Z" + "\u0335".repeat(20))).isPresent();
  }
}
