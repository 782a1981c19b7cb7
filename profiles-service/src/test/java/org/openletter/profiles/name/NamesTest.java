package org.openletter.profiles.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

  private static final Set<String> STAFF = Names.keys(new Handle("rosa"), "Rosa Luz");

  private final Names names = new Names(keys -> !Collections.disjoint(STAFF, keys));

  private boolean waits(String handle, String name) {
    return names.concern(new Handle(handle), name, Set.of()).isPresent();
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
        "$upport"
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
        "Pressley"
      })
  void letsOtherNamesWrite(String name) {
    assertThat(waits("harmless", name)).as(name).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"adm1n", "admln", "rnoderator", "admin_"})
  void keepsHandlesThatLookLikeTheSiteWaiting(String handle) {
    assertThat(waits(handle, "Harmless")).as(handle).isTrue();
  }

  @Test
  void keepsNamesThatLookLikeStaffWaiting() {
    assertThat(waits("other", "R0sa Luz")).isTrue();
    assertThat(waits("other", "Rоsa Luz")).as("Cyrillic о").isTrue();
    assertThat(waits("r0sa", "Other")).isTrue();
    assertThat(waits("rosalie", "Rosa Lux")).isFalse();
  }

  @Test
  void asksOnlyOnceAboutTheSameName() {
    Handle handle = new Handle("other");
    Set<String> approved = Names.keys(handle, "Rosa Luz");

    assertThat(names.concern(handle, "Rosa Luz", approved)).isEmpty();
    assertThat(names.concern(handle, "Admin", approved)).isPresent();
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
