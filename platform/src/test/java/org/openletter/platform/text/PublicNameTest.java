package org.openletter.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicNameTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "amina.diallo@post.example|A. D.",
        "Amina <amina.diallo@post.example>|Amina",
        "Amina Diallo (amina@post.example)|Amina Diallo",
        "AMINA@POST.EXAMPLE|A.",
        "amina (at) post.example|A.",
        "Jo, mail: jo [at] post [dot] example|Jo",
        "amina＠post.example|A.",
        "99@post.example|Somebody",
        "+27 82 555 01 42|Somebody",
        "Amina 082-555-0142|Amina",
        "Amina, tel: 082 555 0142|Amina",
        "٠٨٢٥٥٥٠١٤٢|Somebody",
        "203.0.113.77|Somebody",
        "2001:db8:0:1::77|Somebody",
        "2001:db8:0:1:2:3:4:77|Somebody",
        "https://lamps.example/buy|Somebody",
        "Buy lamps at http://lamps.example|Buy lamps at",
        "www.lamps.example|Somebody",
        "lamps.com|Somebody",
        "best-lamps.co.uk/x|Somebody"
      })
  void showsNoAddressNumberOrLink(String typed, String shown) {
    assertThat(PublicName.of(typed)).isEqualTo(new PublicName(shown, true));
  }

  // What may not be chosen as a name here is not shown of one that came from elsewhere.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12 Sample Street|Somebody",
        "Amina, Musterstraße 5|Amina",
        "Amina (4 rue Exemple)|Amina",
        "Amina of 12 Sample Road|Amina of",
        "rosa (at) lamps|R.",
        "t.me/lamps|Somebody",
        "ab.tr|Somebody"
      })
  void showsNothingThatANameHereMayNotHave(String typed, String shown) {
    assertThat(ContactDetail.in(typed)).isPresent();
    assertThat(PublicName.of(typed)).isEqualTo(new PublicName(shown, true));
    assertThat(ContactDetail.in(shown)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thandi M",
        "O'Brien",
        "A.Smith",
        "Dr.Jones",
        "J.De Vries",
        "J.Page",
        "T.World",
        "Jo.Me",
        "Mo.In",
        "Ed.Is",
        "J. R. R. Vance",
        "@harbour",
        "Meet me at noon",
        "Class of 1999",
        "1234",
        "Ana Maria de la Cruz",
        "سلمى",
        "李",
        "Nurse 4: ward B",
        "Éva-Lou Ölander"
      })
  void leavesNamesAsTheyAre(String typed) {
    assertThat(PublicName.of(typed)).isEqualTo(new PublicName(typed, false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Rosa :: Luz", "Rosa::Luz", "the 1:1 tutor", "A.Example", "Otto @ home"})
  void agreesWithTheNamesThatMayBeChosenHere(String typed) {
    assertThat(ContactDetail.in(typed)).isEmpty();
    assertThat(PublicName.of(typed).changed()).isFalse();
  }

  @Test
  void callsNobodySomebody() {
    assertThat(PublicName.of(" \u200B ")).isEqualTo(new PublicName("Somebody", false));
  }

  @Test
  void looksOnlyAtTheBeginningOfWhatIsEndless() {
    PublicName name = PublicName.of("a.".repeat(2_000_000));

    assertThat(PlainText.length(name.shown())).isLessThanOrEqualTo(200);
  }
}
