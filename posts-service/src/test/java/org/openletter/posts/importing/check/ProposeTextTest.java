package org.openletter.posts.importing.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openletter.posts.importing.wordpress.Export;
import org.openletter.posts.letter.LetterText;

class ProposeTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "An Open Letter To X|X",
        "Open letter to the Northgate Clinic.|the Northgate Clinic",
        "an open  letter to Ms. A. B.:|Ms. A. B.",
        "To everybody|everybody",
        "To Everyone.|Everyone",
        "To the Northgate Clinic: open the door|the Northgate Clinic",
        "A letter to my neighbours|my neighbours",
        "An open letter: to the Board – fix the stairs|the Board",
        "Dear Minister, read this|Minister",
        "To be or not to be|''",
        "Tom and I|''",
        "Why we write|''",
        "About an open letter to X|''"
      })
  void takesTheAddresseeFromTheTitle(String title, String addressee) {
    assertThat(propose(title, "Text").addressee()).isEqualTo(addressee);
  }

  @Test
  void movesBylineAndDisclaimerToTheirFields() {
    LetterText text =
        propose(
            "Ask first",
            "*Written by Marit Solvang*\n\nOne.\n\nTwo.\n\n-----\n\n**Disclaimer:** The views are hers.");

    assertThat(text.byline()).isEqualTo("Marit Solvang");
    assertThat(text.disclaimer()).isEqualTo("The views are hers.");
    assertThat(text.body()).isEqualTo("One.\n\nTwo.");
  }

  @Test
  void signsWithTheNameOfItsAuthorThere() {
    assertThat(propose("T", "One.", "Marit Solvang").byline()).isEqualTo("Marit Solvang");
    assertThat(propose("T", "One.", "rosa lind").byline()).isEmpty();
    assertThat(propose("T", "Written by Jo\n\nOne.", "Marit Solvang").byline()).isEqualTo("Jo");
    assertThat(propose("T", "Written by jo@post.example\n\nOne.", "").byline()).isEqualTo("J.");
  }

  @Test
  void leavesAloneWhatOnlyLooksSimilar() {
    String body =
        "Written by hand, this is a long sentence " + "and more ".repeat(20) + ".\n\nTwo.";
    assertThat(propose("T", body).body()).isEqualTo(body.strip());
    assertThat(propose("T", "Written by Marit").body()).isEqualTo("Written by Marit");
    assertThat(propose("T", "One.\n\nDisclaimer: " + "x".repeat(1_000)).disclaimer()).isEmpty();
  }

  @Test
  void removesMarksThatTurnALineAround() {
    assertThat(propose("An open letter to \u202EX", "Text").problems()).isEmpty();
  }

  private static LetterText propose(String title, String body) {
    return propose(title, body, "");
  }

  private static LetterText propose(String title, String body, String author) {
    return ProposeText.of(
            new Export.Item(
                "1",
                "https://letters.example/?p=1",
                title,
                null,
                Export.Was.PUBLIC,
                author,
                body,
                List.of()),
            "Rosa Lind")
        .text();
  }
}
