package org.openletter.profiles.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

  private static boolean accepted(String password) {
    return PasswordRules.objection(password, "rosa").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1234567",
        "12345678",
        "123456789",
        "1234567890",
        "87654321",
        "11111111",
        "aaaaaaaaaaaa",
        "abababab",
        "abcdefgh",
        "qwertyui",
        "qwerty123",
        "qwertyuiop",
        "1qaz2wsx",
        "1q2w3e4r",
        "qazwsxedc",
        "password",
        "Password1",
        "P@ssw0rd!",
        "passwort1",
        "iloveyou1",
        "iloveyou2",
        "sunshine",
        "princess1",
        "football",
        "baseball1",
        "superman",
        "letmein1!",
        "welcome123",
        "admin1234",
        "trustno1",
        "whatever",
        "starwars1",
        "openletter",
        "openletter2026",
        "dragon123",
        "monkey1234",
        "shadow2026!",
        "passwordpassword",
        "rosa1234",
        "1234rosa",
        "rosarosa"
      })
  void refusesWhatIsGuessedFirst(String password) {
    assertThat(accepted(password)).as(password).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "vjq8k2mz",
        "correct horse battery staple",
        "mein Hund frisst gern Äpfel",
        "😀😃😄😁😆😅😂🙂",
        "tr0ubadour-and-3",
        "830461957204"
      })
  void acceptsWhatIsNot(String password) {
    assertThat(accepted(password)).as(password).isTrue();
  }

  @Test
  void countsWhatPeopleSeeAsCharacters() {
    assertThat(accepted("kq8#z1v")).as("7").isFalse();
    assertThat(accepted("kq8#z1vx")).as("8").isTrue();
    assertThat(accepted("kq8#z1vw".repeat(16))).as("128").isTrue();
    assertThat(accepted("kq8#z1vw".repeat(16) + "y")).as("129").isFalse();
  }
}
