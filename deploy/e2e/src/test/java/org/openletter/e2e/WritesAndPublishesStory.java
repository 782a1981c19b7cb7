package org.openletter.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// A creator writes a letter, leaves, comes back, sees it as readers will, publishes and withdraws
/// it.
class WritesAndPublishesStory {

  @Test
  void writesLeavesComesBackAndPublishes() {
    try (Person writer = Person.withScript("wanda");
        Person reader = Person.withScript("reader")) {
      writer.opens("/").presses("Sign in").signsUp();
      writer.opens("/studio/letters/new");
      writer
          .fills("To", "the Night Market Office")
          .fills("Title", "Give us back the lamps")
          .fills(
              "Letter",
              "You took the lamps down in May.\n\n-----\n\n## WHAT WE ASK\n\n- light\n- an answer\n");

      // She closes the tab without saving; the page has saved for her.
      writer.page().locator("#saved[data-letter]:not([data-letter=''])").waitFor();
      writer
          .page()
          .locator("#sheet h2")
          .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("WHAT WE ASK"))
          .waitFor();
      String editor =
          "/studio/letters/" + writer.page().locator("#saved").getAttribute("data-letter");
      writer.looks().looksAt320().opens("/studio").sees("Give us back the lamps");
      writer.opens(editor);
      assertThat(writer.page().locator("#body").inputValue()).contains("an answer");

      writer.fills("Written by", "Wanda and the stall holders").presses("See it as readers will");
      writer.sees("Only you see this.").sees("Wanda and the stall holders").looksAt320();
      reader.opens("/letters").doesNotSee("Give us back the lamps");

      writer.presses("Publish");
      String letter = writer.path().replaceAll("[?#].*", "");
      assertThat(letter).matches("/letters/[0-9a-z]{12}/give-us-back-the-lamps");
      Waiting.until(
          "it is on the home page",
          () -> reader.opens("/").text().contains("Give us back the lamps"));
      reader
          .presses("Give us back the lamps")
          .sees("To the Night Market Office")
          .sees("WHAT WE ASK");
      assertThat(reader.page().locator("main hr").count()).isPositive();
      assertThat(reader.page().locator("main article li, main .letter-body li").count())
          .isPositive();
      assertThat(
              reader
                  .page()
                  .context()
                  .request()
                  .get(Platform.running().origin() + "/feeds/letters.atom")
                  .text())
          .contains("Give us back the lamps");

      writer.opens(editor).presses("Withdraw");
      writer.page().locator("main form button").last().click();
      writer.page().waitForLoadState();
      Waiting.until(
          "it is gone for readers",
          () -> reader.opens(letter).text().contains("This letter was withdrawn by its writer."));
    }
  }

  @Test
  void writesWithoutScript() {
    try (Person writer = Person.withoutScript("winnie")) {
      writer.opens("/sign-in?from=/studio/letters/new").signsUp();
      writer.opens("/studio/letters/new");
      writer
          .fills("Title", "Plain words")
          .fills("Letter", "Saved by a form.")
          .presses("Save draft");
      writer.sees("version").presses("See it as readers will").sees("Saved by a form.");
      writer.presses("Publish");

      assertThat(writer.path()).contains("/plain-words");
    }
  }
}
