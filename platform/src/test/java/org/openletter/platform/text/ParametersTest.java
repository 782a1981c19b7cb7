package org.openletter.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParametersTest {

  @Test
  void areNumbersTruthsTextsAndListsOfTexts() {
    Map<String, Object> told =
        Map.of("links", 2, "name", true, "about", "work", "words", List.of("buy now", "pills"));

    assertThat(Parameters.of(told)).isEqualTo(told);
    assertThat(Parameters.good(told)).isTrue();
    assertThat(Parameters.good(null)).isTrue();
  }

  @Test
  void leaveOutWhatHasNoBoundOrAnotherShape() {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("long", "x".repeat(2_001));
    told.put("many", Collections.nCopies(11, "x"));
    told.put("deep", Map.of("a", "b"));
    told.put("mixed", Arrays.asList("a", null, 1));
    told.put("Name of somebody", "x");
    told.put("nothing", null);
    told.put("about", "work");

    assertThat(Parameters.of(told)).isEqualTo(Map.of("about", "work"));
    assertThat(Parameters.good(told)).isFalse();
  }

  @Test
  void areAtMostTwelve() {
    Map<String, Object> told = new LinkedHashMap<>();
    for (char name = 'a'; name <= 'z'; name++) {
      told.put(String.valueOf(name), 1);
    }

    assertThat(Parameters.of(told)).hasSize(12);
    assertThat(Parameters.good(told)).isFalse();
  }

  @Test
  void areTheWordsOfTheSenderWhereThereAreSome() {
    assertThat(Parameters.of(Map.of("kinds", List.of("telephone number")), "label", "Sentence."))
        .isEqualTo(Map.of("label", "label", "sentence", "Sentence."));
    assertThat(Parameters.of(Map.of("links", 1), null, "")).isEqualTo(Map.of("links", 1));
  }
}
