package org.openletter.profiles.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openletter.platform.call.Answer;
import org.openletter.platform.text.Lookalike;

class NamesTest {

  private static final Set<String> STAFF = Names.looks(new Handle("rosa"), "Rosa Luz");

  private static final String ACCOUNT = "account00000";

  private Answer<LetterNames.Found> letters =
      new Answer.Known<>(
          new LetterNames.Found(
              Set.of(Lookalike.wide("Northgate Works")), Set.of(Lookalike.wide("Anna Willow"))));

  private int asked;

  private final Names names =
      new Names(
          keys -> !Collections.disjoint(STAFF, keys),
          (keys, account) -> {
            asked++;
            assertThat(keys).hasSizeLessThanOrEqualTo(4);
            return letters;
          });

  private Optional<Concern> concern(String handle, String name) {
    return names.concern(ACCOUNT, new Handle(handle), name, Set.of());
  }

  private boolean waits(String handle, String name) {
    return concern(handle, name).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Admin",
        "аdmin", // Cyrillic а
        "admın", // dotless i
        "ADMİN", // Turkish capital i
        "ⓐⓓⓜⓘⓝ",
        "ａｄｍｉｎ",
        "ad\u200Bmin",
        "a\u200Dd\u2060m\u00ADin",
        "adm1n",
        "аԁmɩn", // several scripts
        "A d m i n",
        "_admin_",
        "ádmîn",
        "Moderators",
        "rnoderator",
        "M0DERAT0R",
        "0penletter",
        "Openletter Support",
        "Openletter Team",
        "$upport",
        "The Openletter Team",
        "Moderator 2",
        "OpenletterModerator",
        "openletter ✓ moderator",
        "Support for the site",
        "Admin!",
        "ТЕАМ", // Cyrillic throughout
        "ТЕ@М"
      })
  void keepsNamesThatSpeakForTheSiteWaiting(String name) {
    assertThat(waits("harmless", name)).as(name).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Administratively minded",
        "Ada Min",
        "Supporter of libraries",
        "Rosalind",
        "Иван",
        "Δημήτρης",
        "山田",
        "Zoë",
        "Pressley",
        "The Helper",
        "Modesty",
        "2 of us",
        "ИВАН",
        "МАША",
        "ΜΑΡΙΑ"
      })
  void letsOtherNamesWrite(String name) {
    assertThat(waits("harmless", name)).as(name).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "adm1n",
        "admln",
        "rnoderator",
        "admin_",
        "openletter-team",
        "admin2",
        "0penletterhelp"
      })
  void keepsHandlesThatLookLikeTheSiteWaiting(String handle) {
    assertThat(waits(handle, "Harmless")).as(handle).isTrue();
  }

  @Test
  void keepsNamesThatLookLikeStaffWaiting() {
    assertThat(waits("other", "R0sa Luz")).isTrue();
    assertThat(waits("other", "Rоsa Luz")).as("Cyrillic о").isTrue();
    assertThat(waits("r0sa", "Other")).isTrue();
    assertThat(waits("other", "Rosa Luz!")).isTrue();
    assertThat(waits("rosalie", "Rosa Lux")).isFalse();
  }

  @Test
  void keepsNamesOfPublicLettersWaitingAndAsksOnce() {
    assertThat(concern("other", "N0rthgate W0rks"))
        .contains(new Concern(Concern.Of.NAME, Concern.Like.ADDRESSEE));
    assertThat(concern("northgateworks", "Other"))
        .contains(new Concern(Concern.Of.HANDLE, Concern.Like.ADDRESSEE));
    assertThat(concern("other", "Anna Vvi11ow"))
        .contains(new Concern(Concern.Of.NAME, Concern.Like.BYLINE));
    assertThat(concern("other", "Anna Willows")).isEmpty();
    assertThat(asked).isEqualTo(4);
  }

  @Test
  void comparesNamesWithoutTheirArticleAndInOtherLetters() {
    letters =
        new Answer.Known<>(
            new LetterNames.Found(
                Lookalike.keys("The Harbour Board"), Lookalike.keys("Anna Katz")));

    for (String name : List.of("Harbour Board", "the harbour board", "A Harbour Board")) {
      assertThat(concern("other", name))
          .as(name)
          .contains(new Concern(Concern.Of.NAME, Concern.Like.ADDRESSEE));
    }
    assertThat(concern("harbour-board", "Other"))
        .contains(new Concern(Concern.Of.HANDLE, Concern.Like.ADDRESSEE));
    assertThat(concern("other", "ΑΝΝΑ ΚΑΤΖ"))
        .as("Greek throughout")
        .contains(new Concern(Concern.Of.NAME, Concern.Like.BYLINE));
    assertThat(concern("other", "Анна")).isEmpty();
  }

  @Test
  void approvesTheNameThatWasSeenAndNoneThatLooksLikeIt() {
    Set<String> approved = Names.keys(new Handle("other"), "La Rosa Luz");

    assertThat(names.concern(ACCOUNT, "La Rosa Luz", approved)).isEmpty();
    assertThat(names.concern(ACCOUNT, "Rosa Luz", approved))
        .contains(new Concern(Concern.Of.NAME, Concern.Like.STAFF));
  }

  @Test
  void neverTakesSilenceOfTheLettersForAnAnswer() {
    letters = new Answer.Unknown<>();

    assertThat(concern("other", "Harmless"))
        .contains(new Concern(Concern.Of.HANDLE, Concern.Like.UNKNOWN));
    assertThat(names.concern(ACCOUNT, "Harmless", Set.of()))
        .contains(new Concern(Concern.Of.NAME, Concern.Like.UNKNOWN));
    assertThat(names.concern(ACCOUNT, "Harmless", Names.keys(new Handle("xyz"), "Harmless")))
        .as("approved by staff before")
        .isEmpty();
  }

  @Test
  void asksOnlyOnceAboutTheSameName() {
    Handle handle = new Handle("other");
    Set<String> approved = Names.keys(handle, "Rosa Luz");

    assertThat(names.concern(ACCOUNT, handle, "Rosa Luz", approved)).isEmpty();
    assertThat(names.concern(ACCOUNT, handle, "Admin", approved)).isPresent();
    assertThat(names.concern(ACCOUNT, handle, "Anna Willow", approved)).isPresent();
  }

  @Test
  void keepsWordsOfTheSiteForTheSite() {
    for (String word : Set.of("admin", "api", "www", "me", "login", "null", "openletter")) {
      boolean possible = Handle.read(word).isPresent();
      assertThat(!possible || Names.reserved(new Handle(word))).as(word).isTrue();
    }
    assertThat(Names.reserved(new Handle("rosa"))).isFalse();
  }

  @Test
  void tellsHandlesThatLookAlike() {
    assertThat(Names.unique(new Handle("rosa_m"))).isEqualTo(Names.unique(new Handle("r0sa-rn")));
    assertThat(Names.unique(new Handle("eila"))).isNotEqualTo(Names.unique(new Handle("ella")));
  }
}
