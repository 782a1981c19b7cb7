package org.openletter.gateway.studio.importing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OldSiteTest {

  @ParameterizedTest
  @CsvSource({
    "draft, It was a draft on the old site., a draft on the old site",
    "pending, It waited for approval on the old site., waited for approval on the old site",
    "planned, It was planned for a later day on the old site., planned for a later day on the old site",
    "private, It was private on the old site., private on the old site",
    "protected, It had a password on the old site., had a password on the old site"
  })
  void saysWhatALetterWas(String was, String sentence, String chip) {
    assertThat(OldSite.sentence(was)).isEqualTo(sentence);
    assertThat(OldSite.chip(was)).isEqualTo(chip);
  }

  @Test
  void saysNothingOfWhatEverybodyCouldReadOrNobodyKnows() {
    assertThat(OldSite.sentence("public") + OldSite.chip("public")).isEmpty();
    assertThat(OldSite.sentence(null) + OldSite.chip(null)).isEmpty();
    assertThat(OldSite.sentence("other") + OldSite.chip("other")).isEmpty();
  }
}
