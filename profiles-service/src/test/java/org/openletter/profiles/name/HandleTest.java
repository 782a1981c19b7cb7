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
    assertThat(DisplayName.objection("\u200B\u2800\u3164")).as("nothing to see").isPresent();
    assertThat(DisplayName.objection("\u0301\u0302")).as("only marks").isPresent();
    assertThat(DisplayName.objection("  ")).as("left empty").isEmpty();
    assertThat(DisplayName.objection("e\u0301".repeat(60))).isEmpty();
    assertThat(DisplayName.objection("\u0301".repeat(2_000_000))).as("too long").isPresent();
    for (String address :
        new String[] {"rosa@example.org", "www.example.org", "192.0.2.7", "0800 555 0199"}) {
      assertThat(DisplayName.objection(address)).as(address).isPresent();
    }
    assertThat(DisplayName.objection("Z" + "\u0335".repeat(20))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0800-555-0199",
        "0825550199",
        "call-0825550199",
        "192-0-2-17",
        "www-example-org",
        "rosa-at-example-org",
        "rosa-at-example-dot-org",
        "example-dot-com"
      })
  void objectsToAHandleThatLeadsToSomebody(String handle) {
    assertThat(new Handle(handle).objection()).as(handle).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"rosa", "rosa-1984", "1984", "the-dot", "at-home", "born-2001-03-17"})
  void hasNothingAgainstOthers(String handle) {
    assertThat(new Handle(handle).objection()).as(handle).isEmpty();
  }
}
