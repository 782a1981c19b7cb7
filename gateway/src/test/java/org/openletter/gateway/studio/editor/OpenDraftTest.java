package org.openletter.gateway.studio.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.openletter.gateway.look.page.PagesForTests;
import org.openletter.gateway.neighbour.posts.FakeDrafts;
import org.openletter.platform.id.Ids;
import org.openletter.platform.problem.CallRefused;

class OpenDraftTest {

  private static final DraftForm TYPED = DraftForm.of(Map.of("body", "Typed words."));

  @Test
  void opensALetterAsSheLeftIt() {
    var page = open(new FakeDrafts()).open(FakeDrafts.ID);

    assertThat(page.form().body()).isEqualTo("Kept words.");
    assertThat(page.form().topics()).isEqualTo("a, b");
    assertThat(page.form().version()).isEqualTo(7);
    assertThat(page.source()).isEqualTo("old.xml");
    // A letter that was brought in keeps its date.
    assertThat(page.publishedAt()).isEqualTo(FakeDrafts.AT);
  }

  @Test
  void doesNotOpenTheLetterOfSomebodyElse() {
    var draft = open(FakeDrafts.refusing(404, "no-such-letter", Map.of()));

    assertThatThrownBy(() -> draft.open(FakeDrafts.ID)).isInstanceOf(CallRefused.class);
  }

  @Test
  void keepsWhatWasTypedOverWhatIsKept() {
    var page = open(new FakeDrafts()).with(FakeDrafts.ID, TYPED);

    assertThat(page.form()).isEqualTo(TYPED);
    assertThat(page.savedAt()).isEqualTo(FakeDrafts.AT);
  }

  @Test
  void keepsWhatWasTypedWhenNobodyAnswersOrTheLetterIsGone() {
    assertThat(open(FakeDrafts.down()).with(FakeDrafts.ID, TYPED).form()).isEqualTo(TYPED);
    assertThat(
            open(FakeDrafts.refusing(404, "no-such-letter", Map.of()))
                .with(FakeDrafts.ID, TYPED)
                .form())
        .isEqualTo(TYPED);
  }

  @Test
  void showsHowItWillLookWithTheOwnNameWhereThereIsNoByline() {
    var sheet = new ShowSheet(new FakeDrafts()).show(PagesForTests.member("rosa"), TYPED, null);

    assertThat(sheet.to()).isEqualTo("everybody");
    assertThat(sheet.from()).isEqualTo("Name of rosa");
    assertThat(String.valueOf(sheet.html())).contains("<p>Typed words.</p>");
  }

  @Test
  void goesOnWithoutAPreview() {
    var member = PagesForTests.member("rosa");

    assertThat(new ShowSheet(FakeDrafts.down()).show(member, TYPED, null).html()).isNull();
    assertThat(
            new ShowSheet(FakeDrafts.refusing(429, "two-at-a-time", Map.of()))
                .show(member, TYPED, null)
                .html())
        .isNull();
  }

  private static OpenDraft open(FakeDrafts letters) {
    return new OpenDraft(letters, new Ids(Clock.systemUTC(), new Random(1)));
  }
}
