package org.openletter.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What somebody wrote comes back to her, and to nobody else, whatever became of her session.
class WordsAreKeptStory {

  @ParameterizedTest(name = "with script: {0}")
  @ValueSource(booleans = {true, false})
  void givesBackAFormThatIsOlderThanTheSession(boolean script) {
    String words = "Written before, sent after. " + script;
    try (Person writer = Person.withScript("stale_w");
        Person member = script ? Person.withScript("stale") : Person.withoutScript("stale")) {
      String letter = Stories.publish(writer, "The stale form " + script);
      member.opens("/sign-in?from=/about").signsUp().opens(letter);
      member.page().locator("form.composer textarea").first().fill(words);
      signsOutAndInElsewhere(member);

      member.presses("Send response").sees("Please send this once more").looks();
      assertThat(member.page().locator("form.composer textarea").first().inputValue())
          .isEqualTo(words);
      writer.opens(letter).doesNotSee(words);

      member.presses("Send response").sees("Waiting for").sees(words);
    }
  }

  @Test
  void showsKeptWordsToTheirWriterAlone() {
    String words = "Mine, not yours.";
    try (Person writer = Person.withScript("kept_w");
        Person first = Person.withScript("kept_a")) {
      String letter = Stories.publish(writer, "The shared machine");
      first.opens("/sign-in?from=/about").signsUp().opens(letter);
      first.page().locator("form.composer textarea").first().fill(words);
      Page elsewhere = first.page().context().newPage();
      signsOut(elsewhere);
      elsewhere.close();
      first.presses("Send response").sees("Make an account");

      // Somebody else signs up in the same browser.
      first.presses("Make an account");
      String other = first.handle() + "2";
      first.fills("Handle", other).fills("Password", Person.PASSWORD);
      first.presses("Make my account").sees("It is shown this once.").presses("I have kept it");

      first.sees("Signed in as").doesNotSee(words);
      first.opens("/kept").sees("Nothing is kept here.").doesNotSee(words).looks();
    }
  }

  @Test
  void keepsWhatAMemberWritesWhenSheLeavesByTheKey() {
    String words = "Half a sentence, and then";
    try (Person writer = Person.withScript("leave_w");
        Person member = Person.withScript("leave")) {
      String letter = Stories.publish(writer, "The door");
      member.opens("/sign-in?from=/about").signsUp().opens(letter);
      Page page = member.page();
      // Nothing is asked of anybody else, also not of the page that she leaves to.
      page.context()
          .route(
              url -> !url.startsWith(Platform.running().origin()),
              route ->
                  route.fulfill(
                      new Route.FulfillOptions()
                          .setBody("<h1>Elsewhere</h1>")
                          .setContentType("text/html")));
      page.locator("form.composer textarea").first().pressSequentially(words);
      for (int press = 0; press < 3; press++) {
        page.keyboard().press("Shift");
      }
      page.getByText("Elsewhere").waitFor();

      Page back = page.context().newPage();
      Waiting.until(
          "her words are kept",
          () -> {
            back.navigate(Platform.running().origin() + "/kept");
            return back.locator("main").innerText().contains(words);
          });
      back.locator("a.main").click();
      back.locator(":focus").waitFor();
      assertThat(back.locator(":focus").inputValue()).isEqualTo(words);
    }
  }

  private static void signsOutAndInElsewhere(Person member) {
    Page other = member.page().context().newPage();
    signsOut(other);
    other.navigate(Platform.running().origin() + "/sign-in?from=/about");
    other.getByLabel("Handle", new Page.GetByLabelOptions().setExact(true)).fill(member.handle());
    other.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(Person.PASSWORD);
    other.locator("main form button.main").first().click();
    other
        .getByText("Signed in as")
        .first()
        .waitFor(
            new com.microsoft.playwright.Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
    other.close();
  }

  private static void signsOut(Page page) {
    page.navigate(Platform.running().origin() + "/about");
    page.locator(".menu summary").click();
    page.locator("form[action='/sign-out'] button").first().click();
    page.locator("a[href^='/sign-in']").first().waitFor();
  }
}
