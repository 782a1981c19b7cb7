package org.openletter.gateway.studio.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.openletter.gateway.look.page.PagesForTests;
import org.openletter.platform.call.CallRefused;
import org.openletter.platform.id.Ids;

class OpenDraftTest {

  private static final DraftForm TYPED = DraftForm.of(Map.of("body", "Typed words."));

  @Test
  void opensALetterAsSheLeftIt() {
    var page = open(new FakeLetters()).open(FakeLetters.ID);

    assertThat(page.form().body()).isEqualTo("Kept words.");
    assertThat(page.form().topics()).isEqualTo("a, b");
    assertThat(page.form().version()).isEqualTo(7);
    assertThat(page.source()).isEqualTo("old.xml");
    // A letter that was brought in keeps its date.
    assertThat(page.publishedAt()).isEqualTo(FakeLetters.AT);
  }

  @Test
  void doesNotOpenTheLetterOfSomebodyElse() {
    var draft = open(FakeLetters.refusing(404, "no-such-letter", Map.of()));

    assertThatThrownBy(() -> draft.open(FakeLetters.ID)).isInstanceOf(CallRefused.class);
  }

  @Test
  void keepsWhatWasTypedOverWhatIsKept() {
    var page = open(new FakeLetters()).with(FakeLetters.ID, TYPED);

    assertThat(page.form()).isEqualTo(TYPED);
    assertThat(page.savedAt()).isEqualTo(FakeLetters.AT);
  }

  @Test
  void keepsWhatWasTypedWhenNobodyAnswersOrTheLetterIsGone() {
    assertThat(open(FakeLetters.down()).with(FakeLetters.ID, TYPED).form()).isEqualTo(TYPED);
    assertThat(
            open(FakeLetters.refusing(404, "no-such-letter", Map.of()))
                .with(FakeLetters.ID, TYPED)
                .form())
        .isEqualTo(TYPED);
  }

  @Test
  void showsHowItWillLookWithTheOwnNameWhereThereIsNoByline() {
    var sheet = new ShowSheet(new FakeLetters()).show(PagesForTests.member("rosa"), TYPED, null);

    assertThat(sheet.to()).isEqualTo("everybody");
    assertThat(sheet.from()).isEqualTo("Name of rosa");
    assertThat(String.valueOf(sheet.html())).contains("<p>Typed words.</p>");
  }

  @Test
  void goesOnWithoutAPreview() {
    var member = PagesForTests.member("rosa");

    assertThat(new ShowSheet(FakeLetters.down()).show(member, TYPED, null).html()).isNull();
    assertThat(
            new ShowSheet(FakeLetters.refusing(429, "two-at-a-time", Map.of()))
                .show(member, TYPED, null)
                .html())
        .isNull();
  }

  private static OpenDraft open(FakeLetters letters) {
    return new OpenDraft(letters, new Ids(Clock.systemUTC(), new Random(1)));
  }
}
