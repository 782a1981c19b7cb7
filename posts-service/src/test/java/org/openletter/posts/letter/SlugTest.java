package org.openletter.posts.letter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "An Open Letter To X|an-open-letter-to-x",
        "We don’t stop, don't we?|we-dont-stop-dont-we",
        "Übergröße: Łódź & Ærø|ubergrosse-lodz-aero",
        "  --- a --- b ---  |a-b",
        "日本語|ri-ben-yu",
        "Открытое письмо министру|otkrytoe-pismo-ministru",
        "رسالة مفتوحة|rsalt-mftwht",
        "서울시에 보내는 편지|seoulsie-bonaeneun-pyeonji",
        "☂☂☂|letter",
        "'\u0130STANBUL'|istanbul",
        "''|letter",
        "../../etc/passwd%00|etc-passwd-00"
      })
  void spellsATitleInAscii(String title, String slug) {
    assertThat(Slug.of(title)).isEqualTo(slug);
  }

  @Test
  void cutsBetweenWords() {
    assertThat(Slug.of("word ".repeat(40))).hasSize(79).doesNotEndWith("-");
    assertThat(Slug.of("x".repeat(300))).hasSize(80);
  }
}
