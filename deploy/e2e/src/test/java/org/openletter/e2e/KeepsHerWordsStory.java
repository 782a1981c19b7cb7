package org.openletter.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A creator's words stay hers: when she is signed out while she writes, when two windows hold the
/// same letter, and when she brings them from elsewhere.
class KeepsHerWordsStory {

  private static final String DOCS =
      "<meta charset='utf-8'><b style=\"font-weight:normal;\" id=\"docs-internal-guid-1\"><h2"
          + " dir=\"ltr\"><span style=\"font-weight:400\">What we ask</span></h2><p><span"
          + " style=\"font-weight:400\">You took the </span><span style=\"font-weight:700\">lamps</span>"
          + "<span style=\"font-style:italic\"> down</span>.</p><ul><li"
          + " dir=\"ltr\"><p><span>light</span></p></li><li><p><a href=\"https://example.org/a\">an"
          + " answer</a></p></li></ul><p><span>One</span><span><br /></span><span>two</span></p></b>";

  private static final String WORD =
      "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><head><style><!-- p"
          + " {mso-style-parent:\"\"} --></style></head><body><h1>Our streets</h1><p"
          + " class=MsoNormal>Dear <b>office</b><o:p></o:p></p><p class=MsoListParagraph"
          + " style='mso-list:l0 level1 lfo1'><![if !supportLists]><span"
          + " style='mso-list:Ignore'>·<span>&nbsp;</span></span><![endif]>light</p><p"
          + " class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span"
          + " style='mso-list:Ignore'>o<span>&nbsp;</span></span>at night</p></body></html>";

  private static final String PAGE =
      "<blockquote onclick=\"steal()\"><p>They said so.</p></blockquote><p><em>Never</em> <a"
          + " href=\"javascript:steal()\">again</a></p><script>steal()</script>";

  @Test
  void goesOnWhereSheWasSignedOut() {
    try (Person writer = Person.withScript("lene")) {
      writer.opens("/sign-in?from=/studio/letters/new").signsUp().opens("/studio/letters/new");
      writer.fills("Title", "The lamps").fills("Letter", "Kept words.");
      saved(writer.page(), "Kept words.");

      writer.page().context().clearCookies();
      writer.fills("Letter", "Kept words. And those of a whole evening.");
      writer.sees("You are signed out.");
      writer.page().getByRole(AriaRole.BUTTON, named("Save draft")).click();
      writer.page().getByRole(AriaRole.BUTTON, named("See it as readers will")).click();
      assertThat(writer.page().locator("#body").inputValue()).contains("a whole evening");
      writer.looks().looksAt320();

      Page other =
          writer
              .page()
              .context()
              .waitForPage(() -> writer.page().getByText("Sign in in another tab").click());
      other.getByLabel("Handle").fill(writer.handle());
      other
          .getByLabel("Password", new Page.GetByLabelOptions().setExact(true))
          .fill(Person.PASSWORD);
      other.getByRole(AriaRole.BUTTON, named("Sign in")).first().click();
      other.getByText("Your letter is in the other tab").waitFor();
      other.close();
      writer.page().evaluate("() => dispatchEvent(new Event('focus'))");
      saved(writer.page(), "a whole evening");
      assertThat(writer.page().locator("#problems").innerText()).doesNotContain("signed out");
    }
  }

  @Test
  void losesNothingOfTwoWindows() {
    try (Person writer = Person.withScript("tove")) {
      writer.opens("/sign-in?from=/studio/letters/new").signsUp().opens("/studio/letters/new");
      writer.fills("Title", "The lamps").fills("Letter", "First words.");
      saved(writer.page(), "First words.");
      Page other = writer.page().context().newPage();
      other.navigate(writer.page().url());
      other
          .getByLabel("Title", new Page.GetByLabelOptions().setExact(true))
          .fill("The street lamps");
      other.locator("#body").fill("Words of the other window.");
      saved(other, "Words of the other window.");

      writer.fills("Letter", "Words of this window.");
      writer.sees("this letter was changed in another window");
      assertThat(writer.page().locator("#title").inputValue()).isEqualTo("The street lamps");
      assertThat(writer.page().locator("#newer-body").inputValue())
          .isEqualTo("Words of the other window.");
      assertThat(writer.page().locator("#body").inputValue()).isEqualTo("Words of this window.");
      writer.looks().looksAt320();

      writer.presses("Save draft");
      saved(writer.page(), "Words of this window.");
      other.close();
      writer.opens(writer.path() + "/versions").looksAt320();
      writer.page().locator("tbody tr").nth(1).locator("a").click();
      writer.sees("What was changed since").looks().looksAt320();
      writer.presses("Go back to this version");
      assertThat(writer.page().locator("#body").inputValue())
          .isEqualTo("Words of the other window.");
    }
  }

  @Test
  void bringsWordsFromElsewhere() {
    try (Person writer = Person.withScript("paula")) {
      writer.opens("/sign-in?from=/studio/letters/new").signsUp().opens("/studio/letters/new");

      assertThat(pasted(writer, DOCS, "x"))
          .isEqualTo(
              "## What we ask\n\nYou took the **lamps** *down*.\n\n- light\n"
                  + "- [an answer](https://example.org/a)\n\nOne  \ntwo");
      assertThat(pasted(writer, WORD, "x"))
          .isEqualTo("## Our streets\n\nDear **office**\n\n- light\n   - at night");
      assertThat(pasted(writer, PAGE, "x")).isEqualTo("> They said so.\n\n*Never* again");
      assertThat(pasted(writer, "", "Rosa Lind\nHarbour Street 3\n\n- one\n- two"))
          .isEqualTo("Rosa Lind  \nHarbour Street 3\n\n- one\n- two");
      assertThat(pasted(writer, "<b>x</b>" + "<div>".repeat(2_000), "plain")).isEqualTo("plain");
      writer.looks();
    }
  }

  private static String pasted(Person writer, String html, String text) {
    return (String)
        writer
            .page()
            .evaluate(
                """
                ({ html, text }) => {
                  const body = document.querySelector("#body");
                  body.focus();
                  body.select();
                  document.execCommand("delete");
                  const data = new DataTransfer();
                  if (html) data.setData("text/html", html);
                  data.setData("text/plain", text);
                  const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
                  if (body.dispatchEvent(event)) document.execCommand("insertText", false, text);
                  return body.value;
                }
                """,
                Map.of("html", html, "text", text));
  }

  private static void saved(Page page, String words) {
    Waiting.until(
        "the words are kept",
        () -> {
          String letter = page.locator("#saved").getAttribute("data-letter");
          if (letter == null || letter.isEmpty()) {
            return false;
          }
          return page.context()
              .request()
              .get(Platform.running().origin() + "/api/v1/letters/" + letter + "/draft")
              .text()
              .contains(words);
        });
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
