package org.openletter.posts.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LetterLanguageTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|We write to you because the lamps are out, and it is not safe to walk home at night.",
        "de|Wir schreiben Ihnen, weil die Lampen aus sind und der Weg nach Hause nicht sicher ist.",
        "fr|Nous vous écrivons parce que les lampes sont éteintes et que le chemin est dangereux.",
        "es|Les escribimos porque las farolas de la calle no funcionan y el camino es peligroso.",
        "ru|Мы пишем вам, потому что фонари не горят и по дороге домой идти на ощупь.",
        "uk|Ми пишемо вам, бо ліхтарі не горять і дорога додому для нас та дітей є темна.",
        "ar|نكتب إليكم لأن المصابيح لا تعمل في هذا الشارع من شهر على الأقل",
        "he|אנחנו כותבים אליכם כי הפנסים כבויים",
        "el|Σας γράφουμε επειδή οι λάμπες είναι σβηστές",
        "ja|街灯が消えているので手紙を書いています",
        "zh|我们写信给你们因为路灯都灭了",
        "ko|가로등이 꺼져 있어서 편지를 씁니다"
      })
  void isFoundInTheWords(String language, String body) {
    assertThat(LetterLanguage.of(text("", body, ""))).isEqualTo(language);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "he|שלום",
        "el|Καλημέρα",
        "ko|안녕하세요",
        "th|สวัสดี",
        "hy|Բարև",
        "ka|დიდება",
        "ta|வணக்கம்",
        "ar|أيها الجيران، المصابيح مطفأة",
        "ar|نكتب إلى البلدية عن الشارع",
        "fa|ما از شهر پاسخ می خواهیم",
        "ur|ہم شہر کے لوگ ہیں",
        "ru|Мы ждём ответа от вас, и скоро",
        "uk|Ми чекаємо на відповідь від міста"
      })
  void isFoundInAFewWordsWhoseLettersTell(String language, String body) {
    assertThat(LetterLanguage.of(text("", body, ""))).isEqualTo(language);
  }

  // A greeting that many languages share, letters of a formula, letters of two languages.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "السلام عليكم",
        "سلام",
        "مرحبا",
        "π",
        "ΔΣ of it",
        "নমস্কার",
        "Привет",
        "Дзень добры, сябры і сяброўкі",
        "Здраво, како сте данас",
        "سلام دوستان عزیز"
      })
  void isNotKnownWhereAFewWordsCouldBeOfSeveral(String body) {
    assertThat(LetterLanguage.of(text("", body, ""))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"''", "OK", "'Lorem ipsum dolor sit amet consectetur'", "'12345 67890'"})
  void isNotKnownWhereTheWordsDoNotSayIt(String body) {
    assertThat(LetterLanguage.of(text("", body, ""))).isEmpty();
  }

  @Test
  void isWhatTheWriterChose() {
    assertThat(LetterLanguage.of(text("The lamps", "The lamps of the town are out", "pt-br")))
        .isEqualTo("pt-BR");
    assertThat(text("", "", "klingon-x").problems())
        .extracting("field")
        .containsExactly("language");
    assertThat(text("", "", "\"><b>").problems()).extracting("field").containsExactly("language");
    assertThat(text("", "", "zz").problems()).extracting("field").containsExactly("language");
    assertThat(text("", "", " de ").problems()).isEmpty();
  }

  private static LetterText text(String title, String body, String language) {
    return LetterText.typed(title, "", "", "", List.of(), body).in(language);
  }
}
