package org.openletter.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/// moderation-service dies while people respond. Everything is kept, nothing is shown unscreened,
/// an admin sees it, and it is caught up when the service is back.
class OutageStory {

  private static final String CHECKER = "moderation-service";

  @Test
  void keepsEverythingWhileTheCheckerIsDown() {
    Platform platform = Platform.running();
    try (Person admin = Person.withScript("ada");
        Person writer = Person.withScript("olga");
        Person member = Person.withScript("pia");
        Person reader = Person.withScript("reader")) {
      admin.opens(platform.adminLink());
      admin
          .fills("Handle", admin.handle())
          .fills("Password", Person.PASSWORD)
          .presses("Make my account");
      admin.presses("I have kept it").opens("/admin").sees(CHECKER).looksAt320();
      assertThat(admin.text()).doesNotContain("no answer");
      writer.opens("/admin").sees("Sign in");

      String letter = Stories.publish(writer, "While it was down");
      writer.opens("/admin").sees("This is not for you").doesNotSee(CHECKER);
      member.opens("/sign-in?from=" + letter).signsUp().opens(letter);
      approveFirst(writer, member, letter);

      platform.kill(CHECKER);
      respond(member, letter, "Kept while nobody checks.");
      member.sees("Kept while nobody checks.");
      respond(writer, letter, "The writer's own words wait too.");
      reader.opens(letter).doesNotSee("Kept while nobody checks.").doesNotSee("own words wait too");
      Waiting.until(
          "the admin sees who is silent", () -> admin.opens("/admin").text().contains("no answer"));
      admin.looks().sees(CHECKER);

      platform.start(CHECKER);
      Waiting.until(
          "the backlog is drained and shown",
          () -> {
            String text = reader.opens(letter).text();
            return text.contains("Kept while nobody checks.")
                && text.contains("own words wait too");
          });
      Waiting.until("all answer again", () -> !admin.opens("/admin").text().contains("no answer"));
      rolesAreGivenAndWork(admin, member);
    }
  }

  private static void approveFirst(Person writer, Person member, String letter) {
    respond(member, letter, "My first words here.");
    writer.opens("/studio/queue").sees("My first words here.").presses("Publish");
    Waiting.until(
        "they are public", () -> member.opens(letter).text().contains("My first words here."));
  }

  private static void respond(Person person, String letter, String words) {
    person.opens(letter);
    person.page().locator("form.composer textarea").first().fill(words);
    person.presses("Send response");
    person.sees(words);
  }

  private static void rolesAreGivenAndWork(Person admin, Person member) {
    member.opens("/admin").sees("This is not for you").doesNotSee(CHECKER);
    admin.opens("/admin/people?query=" + member.handle()).looks();
    admin
        .page()
        .getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("admin"))
        .first()
        .check();
    admin
        .page()
        .locator("form[action*='/admin/people/" + member.handle() + "'] button")
        .first()
        .click();
    admin.page().waitForLoadState();
    Waiting.until("the new role works", () -> member.opens("/admin").text().contains(CHECKER));
  }
}
