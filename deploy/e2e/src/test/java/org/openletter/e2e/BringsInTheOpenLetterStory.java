package org.openletter.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// A creator brings in a letter with its 24 responses, clears what looks like junk, and publishes.
class BringsInTheOpenLetterStory {

  private static final Path TWIN =
      Platform.root()
          .resolve("posts-service/src/test/resources/org/openletter/posts/importing/twin.wxr.xml");

  @TestFactory
  Stream<DynamicTest> bringsItInClearsItAndPublishes() {
    DynamicTest twin = DynamicTest.dynamicTest("the twin", () -> story("carla", TWIN));
    String data = System.getProperty("openletter.data");
    if (data == null) {
      return Stream.of(twin);
    }
    Path real = Path.of(data, "open-letter.wxr.xml");
    assertThat(Files.exists(real)).as("%s", real).isTrue();
    return Stream.of(
        twin, DynamicTest.dynamicTest("the file of --data", () -> story("carmen", real)));
  }

  private static void story(String handle, Path file) {
    try (Person creator = Person.withScript(handle);
        Person reader = Person.withScript("reader")) {
      creator.opens("/studio/imports").signsUp();
      choose(creator, file);
      creator.sees("What looks like junk").looksAt320();
      assertThat(creator.text()).containsPattern("Responses\\s+24\\s+16\\s+8");
      assertThat(creator.page().locator(".clusters li .line1").count()).isEqualTo(3);

      creator.page().locator("form.bring button.main").click();
      creator.sees("Brought in").sees("8 wait for you").looks();

      String preview = withResponses(creator).getAttribute("href");
      creator.opens(preview).sees("Only you see this.");
      reader.opens("/").doesNotSee(creator.page().locator("h1").first().innerText());

      creator.presses("Publish");
      String letter = creator.path().replaceAll("[?#].*", "");
      assertThat(letter).startsWith("/letters/");
      Waiting.until(
          "readers see 16 responses", () -> reader.opens(letter).text().contains("16 responses"));
      reader.looksAt320();
      assertThat(reader.page().locator("article").count()).isGreaterThanOrEqualTo(16);

      clearTheQueue(creator);
      reader.opens(letter).sees("16 responses");

      choose(creator, file);
      creator.sees("Already here.");
    }
  }

  private static void clearTheQueue(Person creator) {
    creator.opens("/studio/queue").sees("8 wait").looksAt320();
    for (int left = 8; left > 0; left--) {
      String waiting = Integer.toString(left - 1);
      creator.page().locator("#item form button.danger").first().click();
      creator.page().locator("#queue[data-waiting='" + waiting + "']").waitFor();
      creator.looks();
    }
    creator.sees("All clear.");
    creator.presses("Undo");
    creator.page().locator("#queue[data-waiting='1']").waitFor();
    creator.looks().page().locator("#item form button.danger").first().click();
    creator.page().locator("#queue[data-waiting='0']").waitFor();
    creator.looks();
  }

  private static void choose(Person creator, Path file) {
    creator.opens("/studio/imports");
    creator.page().getByLabel("WordPress export").setInputFiles(file);
    creator.presses("Check the file");
  }

  // The twin holds a guest essay too: the letter is the one with responses.
  private static Locator withResponses(Person creator) {
    return creator
        .page()
        .locator(
            ".brought > li",
            new com.microsoft.playwright.Page.LocatorOptions().setHasText("24 responses"))
        .locator("a[href$='/preview']");
  }
}
