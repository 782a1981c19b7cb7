package org.openletter.moderation.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What changes a text without changing what it says must not change the verdict.
class MetamorphicTest {

  private static final double TOLERANCE = 0.05;

  private static final List<String> ADVERTISEMENTS =
      List.of(
          "Buy cheap pills online without prescription at http://pills.example/now",
          "Free spins and a welcome bonus, register now www.jackpot.example",
          "Payday loans, no credit check, apply now http://cash.example",
          "Check out my channel and please subscribe",
          "Order now, free shipping worldwide, discount code LETTER http://shop.example");

  private static final Map<Character, Character> LOOKALIKES =
      Map.of('a', 'а', 'e', 'е', 'o', 'о', 'p', 'р', 'c', 'с', 'i', 'і');

  @Test
  void invisibleCharactersNeverHelpAdvertising() {
    Random random = new Random(3);
    for (String text : ADVERTISEMENTS) {
      for (int i = 0; i < 10; i++) {
        neverLower(text, hidden(text, random));
      }
    }
  }

  @Test
  void lookalikesNeverHelpAdvertising() {
    Random random = new Random(5);
    for (String text : ADVERTISEMENTS) {
      for (int i = 0; i < 10; i++) {
        neverLower(text, lookalikes(text, random));
      }
    }
  }

  @Test
  void spacedLettersNeverHelpAdvertising() {
    for (String text : ADVERTISEMENTS) {
      for (String word :
          List.of("pills", "prescription", "bonus", "loans", "subscribe", "shipping")) {
        neverLower(text, text.replace(word, String.join(" ", word.split(""))));
        neverLower(text, text.replace(word, String.join(".", word.split(""))));
      }
    }
  }

  @Test
  void capitalsNeverHelpAdvertising() {
    for (String text : ADVERTISEMENTS) {
      neverLower(text, text.toUpperCase(Locale.ROOT));
    }
  }

  private static void neverLower(String text, String changed) {
    double before = Screened.text(text).scores().spam();
    double after = Screened.text(changed).scores().spam();

    assertThat(after).as(changed).isGreaterThanOrEqualTo(before - TOLERANCE);
    assertThat(before).isGreaterThanOrEqualTo(0.5);
  }

  private static String hidden(String text, Random random) {
    StringBuilder changed = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      changed.append(text.charAt(i)).append(random.nextInt(3) == 0 ? "\u200b" : "");
    }
    return changed.toString();
  }

  private static String lookalikes(String text, Random random) {
    int link = Math.max(text.indexOf("http"), text.indexOf("www"));
    StringBuilder changed = new StringBuilder();
    boolean changedHere = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // A whole word of lookalikes is another alphabet, and an address would lead elsewhere.
      boolean change = random.nextBoolean() && !changedHere && (link < 0 || i < link);
      changedHere = change || c != ' ' && changedHere;
      changed.append(change ? LOOKALIKES.getOrDefault(c, c) : Character.valueOf(c));
    }
    return changed.toString();
  }
}
