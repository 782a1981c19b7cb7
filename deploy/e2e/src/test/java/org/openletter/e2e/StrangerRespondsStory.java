package org.openletter.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A stranger reads, starts to write, signs up on the way, and her response waits for the letter's
/// writer.
class StrangerRespondsStory {

  @ParameterizedTest(name = "with script: {0}")
  @ValueSource(booleans = {true, false})
  void keepsHerWordsWhileSheSignsUp(boolean script) {
    String suffix = script ? "" : "_plain";
    String words = "I walked there last night." + suffix;
    try (Person writer = Person.withScript("lena" + suffix);
        Person reader = Person.withScript("reader");
        Person stranger =
            script ? Person.withScript("sol") : Person.withoutScript("sol" + suffix)) {
      String letter = Stories.publish(writer, "The bridge" + suffix);
      stranger.opens(letter).looks();
      assertThat(stranger.page().context().cookies()).as("a reader has no cookie").isEmpty();

      stranger.page().locator("form.composer textarea").first().fill(words);
      stranger.presses("Sign in and send").sees("Your words are kept.").signsUp();
      assertThat(stranger.page().locator("textarea").first().inputValue()).isEqualTo(words);
      reader.opens(letter).doesNotSee(words);
      stranger.presses("Send response");

      stranger.sees("Waiting for").sees(words).looks();
      reader.opens(letter).doesNotSee(words);
      stranger.opens("/me/comments").sees(words).sees("First responses").looks();

      writer.opens("/studio/queue").sees(words).presses("Publish");
      Waiting.until("everybody sees it", () -> reader.opens(letter).text().contains(words));
      Waiting.until(
          "she is told", () -> stranger.opens("/inbox").text().contains("The bridge" + suffix));

      // The second response of somebody who was read before appears at once.
      stranger.opens(letter);
      stranger.page().locator("form.composer textarea").first().fill("And tonight again." + suffix);
      stranger.presses("Send response").sees("And tonight again." + suffix);
      Waiting.until(
          "the second one is public",
          () -> reader.opens(letter).text().contains("And tonight again." + suffix));

      writerAnswersAndRemoves(writer, stranger, reader, letter, suffix);
    }
  }

  private static void writerAnswersAndRemoves(
      Person writer, Person stranger, Person reader, String letter, String suffix) {
    stranger.opens("/me/comments");
    stranger.page().getByText("And tonight again." + suffix).first().waitFor();
    stranger.presses("Withdraw");
    stranger.page().locator("main form button.danger, main form button.main").first().click();
    stranger.page().waitForLoadState();
    Waiting.until(
        "it is gone", () -> !reader.opens(letter).text().contains("And tonight again." + suffix));

    writer.opens(letter).presses("Remove");
    writer.page().locator("input[name=reason]").nth(3).check();
    writer.presses("Remove it");
    Waiting.until(
        "a tombstone stands there",
        () -> reader.opens(letter).text().contains("emoved by the writer of this letter"));
  }

  @Test
  void signsInAgainAndRecovers() {
    try (Person member = Person.withScript("mira")) {
      String look = stylesheet(member.opens("/people/" + member.handle()).looks());
      assertThat(stylesheet(member.opens("/sign-in?from=/rules")))
          .as("the pages of the authorization server look as all others do")
          .isEqualTo(look);
      member.signsUp();
      assertThat(member.path()).startsWith("/rules");
      member.opens("/me").looksAt320().fills("Display name", "Mira of the bridge");
      member
          .page()
          .locator("form[action='/me/profile'] button, form[action$='profile'] button")
          .first()
          .click();
      member.page().waitForLoadState();
      Waiting.until(
          "her new name is public",
          () -> member.opens("/people/" + member.handle()).text().contains("Mira of the bridge"));

      member.opens("/");
      member
          .page()
          .locator("form[action='/sign-out'] button")
          .first()
          .evaluate("button => button.click()");
      member.page().locator("a[href^='/sign-in']").first().waitFor();
      member.opens("/me").sees("Sign in").signsIn("not her password").sees("Handle");
      String code = member.recoveryCode();
      member.opens("/id/recovery").looks();
      member.fills("Handle", member.handle()).fills("Recovery code", code);
      member.page().locator("input[type=password]").fill("another long sentence");
      member.page().locator("main form button.main").click();
      member.sees("It is shown this once.").looks();
    }
  }

  private static String stylesheet(Person person) {
    return person.page().locator("link[rel=stylesheet]").first().getAttribute("href");
  }
}
