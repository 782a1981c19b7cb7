package org.openletter.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactDetailTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rosa@example.org | EMAIL",
        "write to rosa@mail.example.org | EMAIL",
        "rosa (at) example | EMAIL",
        "rosa at example dot org | EMAIL",
        "rosa@example | EMAIL",
        "rosa@localhost | EMAIL",
        "rosa＠example | EMAIL",
        "https://example.org | LINK",
        "ftp://x | LINK",
        "www.example.org | LINK",
        "example.com | LINK",
        "Visit shop-24.example.net now | LINK",
        "t.me/rosa | LINK",
        "x.com | LINK",
        "t.co | LINK",
        "db.de | LINK",
        "ab.co.uk | LINK",
        "ab.co.in | LINK",
        "mo.in/x | LINK",
        "x1.club | LINK",
        "my.shop.page | LINK",
        "rosa.page | LINK",
        "rosa.me | LINK",
        "St. rosa.life | LINK",
        "192.0.2.17 | IP",
        "2001:db8:0:0:1:2:3:4 | IP",
        "fe80::1 | IP",
        "0800 555 0199 | TELEPHONE",
        "+27 (82) 555-0199 | TELEPHONE",
        "call ０８００５５５０１９９ | TELEPHONE",
        "12 Sample Street | STREET",
        "Musterstraße 5 | STREET",
        "4 rue Exemple | STREET"
      })
  void findsWhatLeadsToSomebody(String line, ContactDetail kind) {
    assertThat(ContactDetail.in(line)).as(line).contains(kind);
  }

  // These were taken out of names from elsewhere, and could be chosen as a name here.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rosa＠example.org | EMAIL",
        "rosa@mailbox | EMAIL",
        "rosa at example.org | EMAIL",
        "best-lamps.co.uk | LINK",
        "lamps.casino | LINK",
        "0800·555·0199 | TELEPHONE",
        "192.0.2.17:80 | IP"
      })
  void findsWhatNamesFromElsewhereMayNotShow(String line, ContactDetail kind) {
    assertThat(ContactDetail.in(line)).as(line).contains(kind);
    assertThat(PublicName.of(line).changed()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Rosa Luz",
        "J.R.R. Sample",
        "Dr. Otto B.",
        "Otto @ home",
        "Class of 2031",
        "Mary-Jane O'Sample 3rd",
        "Via Lattea",
        "A.Example",
        "J.Page",
        "M.Life",
        "T.World",
        "C.Today",
        "P.Club",
        "J.R.Page",
        "O'J.Life",
        "Jo.Page",
        "Dr.J.Page",
        "Jo.Me",
        "Mo.In",
        "Ed.Is",
        "Jo.Ng",
        "J.De",
        "Иван Иванов",
        "山田",
        "the 1:1 tutor",
        "St. John",
        "Rosa 123456",
        ""
      })
  void leavesOrdinaryNamesAlone(String line) {
    assertThat(ContactDetail.in(line)).as(line).isEmpty();
  }

  // One character that folds to eighteen.
  @Test
  void looksAtNoMoreOfWhatFoldsToALot() {
    String long18 = "\uFDFA";
    assertThat(ContactDetail.fold(long18)).hasSize(18);

    assertThat(ContactDetail.lookedAt(long18.repeat(400))).hasSize(1_200);
    assertThat(ContactDetail.in(long18.repeat(50) + " r@ab.de")).contains(ContactDetail.EMAIL);
    PublicName name = PublicName.of(long18.repeat(100) + " rosa@example.org");
    assertThat(ContactDetail.fold(name.shown())).hasSizeLessThanOrEqualTo(1_200);
    assertThat(name.shown()).doesNotContain("rosa");
  }

  @Test
  void readsNoMoreThanTheStart() {
    assertThat(ContactDetail.in("a".repeat(400) + " rosa@example.org")).isEmpty();
    assertThat(ContactDetail.in("a-".repeat(100_000))).isEmpty();
  }
}
