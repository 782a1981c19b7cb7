package org.openletter.moderation.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openletter.moderation.signal.ASubmission.aSubmission;

import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openletter.moderation.signal.Finding;
import org.openletter.moderation.view.Span;
import org.openletter.moderation.view.Views;

class RandomLettersSignalTest {

  private static final double HELD = 0.5;

  private static final RandomLettersSignal SIGNAL = new RandomLettersSignal();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MIbLrdSethgiY",
        "xkdvjq ufvhqnb tlmwrz",
        "qWzXkJvBtRpLq",
        "ghtvxzqplkwd",
        "PQZxKvWmRtGj"
      })
  void tellsRandomLetters(String text) {
    assertThat(score("Rosa", text)).isGreaterThanOrEqualTo(HELD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rhythm",
        "Strength",
        "LGBTQIA+",
        "hmmmmmmm",
        "cooooooool",
        "hahahahaha",
        "MoCkInG cAsE iS rUdE",
        "JavaScript and YouTube and WhatsApp",
        "Llanfairpwllgwyngyll",
        "Krzysztof",
        "Grzegorz",
        "Cuauhtémoc",
        "Nqobile",
        "pls sgn & shre, thx",
        "#solidaritywithsexworkers",
        "@xkdvjqufv",
        "https://x.example/xkdvjqufvhqnbtlmwrz",
        "спасибо за письмо",
        "ขอบคุณมากค่ะ",
        "שלום לכולם",
        "谢谢你写这封信",
        "감사합니다",
        "شكرا لك"
      })
  void leavesWordsAlone(String text) {
    assertThat(score("", text)).isLessThan(HELD);
  }

  /// Sentences and names in some fifty languages, written after the model was made.
  @ParameterizedTest
  @MethodSource("sentencesAndNames")
  void leavesSentencesAndNamesOfManyLanguagesAlone(String line) {
    assertThat(score(line, line)).isZero();
  }

  @Test
  void neverHoldsAReadableTextForItsWritersName() {
    assertThat(score("fLckOWSZqvT", "I agree with every word.")).isZero();
    assertThat(score("xkdvjqufv", "Brava")).isLessThan(HELD);
  }

  @Test
  void saysWhenTheNameIsRandomToo() {
    Finding finding =
        SIGNAL
            .look(aSubmission().named("qWzXkJvB").saying("PQZxKvWmRtGj"), Views.of("PQZxKvWmRtGj"))
            .getFirst();

    assertThat(finding.parameters()).isEqualTo(Map.of("name", true));
    assertThat(finding.spans()).containsExactly(new Span(0, 12));
  }

  @Test
  void tellsNearlyAllRandomStrings() {
    Random random = new Random(2026);
    int told = 0;
    for (int i = 0; i < 1_000; i++) {
      String text = letters(random, 6 + random.nextInt(6), i) + " " + letters(random, 6, i);
      told += score("", text) >= HELD ? 1 : 0;
    }
    assertThat(told).isGreaterThanOrEqualTo(960);
  }

  /// Sentences made of the names that languages have for countries and languages: no training text
  /// of ours, and in nearly every language that is written with Latin letters.
  @Test
  void callsNoLanguageRandom() {
    List<String> wrong = new ArrayList<>();
    int languages = 0;
    for (ULocale locale : ULocale.getAvailableLocales()) {
      if (!locale.getCountry().isEmpty() || !locale.getVariant().isEmpty()) {
        continue;
      }
      languages++;
      LocaleDisplayNames names = LocaleDisplayNames.getInstance(locale);
      StringBuilder sentence = new StringBuilder();
      int words = 0;
      for (String country : ULocale.getISOCountries()) {
        sentence.append(names.regionDisplayName(country)).append(' ');
        if (++words % 5 == 0) {
          if (score("", sentence.toString()) >= HELD) {
            wrong.add(locale + ": " + sentence);
          }
          sentence.setLength(0);
        }
      }
    }
    assertThat(languages).isGreaterThan(150);
    assertThat(wrong).isEmpty();
  }

  static Stream<String> sentencesAndNames() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            RandomLettersSignalTest.class.getResourceAsStream("languages.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
    }
  }

  private static double score(String name, String text) {
    return SIGNAL.look(aSubmission().named(name).saying(text), Views.of(text)).stream()
        .mapToDouble(Finding::score)
        .max()
        .orElse(0);
  }

  private static String letters(Random random, int length, int kind) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < length; i++) {
      char c = (char) ('a' + random.nextInt(26));
      letters.append(kind % 2 == 0 && random.nextBoolean() ? Character.toUpperCase(c) : c);
    }
    return letters.toString();
  }
}
