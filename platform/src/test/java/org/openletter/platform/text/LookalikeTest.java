package org.openletter.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookalikeTest {

  @ParameterizedTest
  @CsvSource({
    "Northgate, n0rthgate",
    "Northgate, Nоrthgаte", // Cyrillic о and а
    "Northgate, 'North  gate.'",
    "Moderator, Мoderator", // Cyrillic capital М
    "Openletter Moderation, Openletter Мoderation",
    "Bettina, Вettina", // Cyrillic capital В
    "Moderator, ΜODERATOR", // Greek capital Μ
    "Мария, МАРИЯ",
    "Willow, vvillow",
    "Willow, VVI11OVV",
    "Emma, ernrna",
    "Bernie, BEMIE",
    "Elise, 3l1s3",
    "Esther, E57HER",
    "Noel, ＮＯËＬ",
    "Paul, Pau\u200Bl",
    "Anna, 4nna"
  })
  void givesOneKeyToWhatCanBeTakenForEachOther(String one, String other) {
    assertThat(Lookalike.wide(other)).isEqualTo(Lookalike.wide(one));
  }

  @ParameterizedTest
  @CsvSource({"Northgate, Southgate", "Anna, Hanna", "Иван, Иванна", "山田, 山口"})
  void keepsOthersApart(String one, String other) {
    assertThat(Lookalike.wide(other)).isNotEqualTo(Lookalike.wide(one));
  }

  @Test
  void hasNoKeyForWhatHasNoLetter() {
    assertThat(Lookalike.wide(" \u200B…\u0301 ")).isEmpty();
  }

  @Test
  void looksAtNoMoreThanANameCanHave() {
    String start = "b".repeat(200);

    assertThat(Lookalike.wide(start + "c".repeat(1_000_000))).isEqualTo(start);
    assertThat(Lookalike.shape("Z" + "\u0316\u0301".repeat(500_000)).length()).isLessThan(20);
  }
}
