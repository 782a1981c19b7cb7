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

  @ParameterizedTest
  @CsvSource({
    "The Harbour City Transport Board, Harbour City Transport Board",
    "Harbour Board, 'THE  Harbour-Board'",
    "Harbour Board, Тhe Harbour Board", // Cyrillic capital Т
    "Der Hafenrat, Hafenrat",
    "La Rosaleda, Rosaleda",
    "L'Atelier, Atelier",
    "l’Atelier, ATELIER",
    "Los Vecinos, Vecinos",
    "Il Comitato, Comitato",
    "O Globo, Globo",
    "Het Waterschap, Waterschap",
    "An Association, Association",
    "the-harbour-board, Harbour Board",
    "ΑΝΝΑ ΚΑΤΖ, Anna Katz", // Greek capitals throughout
    "МОТТ, Mott", // Cyrillic capitals throughout
    "ТНЕ ВОАТ, Boat",
    "сосо, Coco"
  })
  void knowsEverythingThatANameCanBeTakenFor(String one, String other) {
    assertThat(Lookalike.keys(one)).containsAnyElementsOf(Lookalike.keys(other));
  }

  @ParameterizedTest
  @CsvSource({
    "Theodora, Odora",
    "O'Brien, Brien",
    "Ian, an",
    "Анна, Anna", // its н reads as no small Latin letter
    "Иван, IVAN",
    "Δημήτρης, Dimitris"
  })
  void takesOrdinaryNamesForNothingElse(String one, String other) {
    assertThat(Lookalike.keys(one)).doesNotContainAnyElementsOf(Lookalike.keys(other));
  }

  @Test
  void hasFourKeysAtMostAndOneForAnOrdinaryName() {
    assertThat(Lookalike.keys("ТНЕ ВОАТ")).hasSizeBetween(2, 4);
    assertThat(Lookalike.keys("Rosa Luz")).containsExactly(Lookalike.wide("Rosa Luz"));
    assertThat(Lookalike.keys("The")).containsExactly(Lookalike.wide("The"));
    assertThat(Lookalike.keys("The ")).containsExactly(Lookalike.wide("The"));
    assertThat(Lookalike.keys("The " + "b".repeat(1_000_000))).allMatch(key -> key.length() <= 200);
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
