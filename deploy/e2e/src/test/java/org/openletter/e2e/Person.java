package org.openletter.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Somebody with a browser of her own. Whatever page she stands on is checked: no error on the
/// console, no request to anybody else, nothing that axe finds, nothing that scrolls sideways.
final class Person implements AutoCloseable {

  static final String PASSWORD = "a long sentence nobody guesses";

  private static final SecureRandom RANDOM = new SecureRandom();

  private final BrowserContext context;
  private final Page page;
  private final boolean script;
  private final String handle;
  private final List<String> complaints = new ArrayList<>();
  private String recoveryCode = "";

  private Person(String handle, boolean script) {
    // A platform that runs already may know the name from an earlier story.
    this.handle = handle + "_" + Integer.toString(RANDOM.nextInt(36 * 36 * 36), 36);
    this.script = script;
    this.context =
        Browser.chromium()
            .newContext(
                new com.microsoft.playwright.Browser.NewContextOptions()
                    .setJavaScriptEnabled(script)
                    .setViewportSize(1280, 900)
                    .setLocale("en-GB")
                    .setTimezoneId("UTC"));
    this.page = context.newPage();
    page.setDefaultTimeout(15_000);
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") && !message.text().contains("status of 4")) {
        complaints.add("console: " + message.text());
      }
    });
    page.onPageError(error -> complaints.add("script: " + error));
    page.onRequest(request -> {
      if (!request.url().startsWith(Platform.running().origin())
          && !request.url().startsWith("data:")) {
        complaints.add("request to somebody else: " + request.url());
      }
    });
  }

  static Person withScript(String handle) {
    return new Person(handle, true);
  }

  static Person withoutScript(String handle) {
    return new Person(handle, false);
  }

  String handle() {
    return handle;
  }

  Page page() {
    return page;
  }

  Person opens(String path) {
    page.navigate(path.startsWith("http") ? path : Platform.running().origin() + path);
    return looks();
  }

  /// Presses a button or follows a link by its words, and looks at what came.
  Person presses(String words) {
    control(words).click();
    page.waitForLoadState();
    return looks();
  }

  Person fills(String label, String text) {
    page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).first().fill(text);
    return this;
  }

  Person sees(String text) {
    shown(page.getByText(text).first(), text);
    return this;
  }

  Person doesNotSee(String text) {
    assertThat(page.locator("body").innerText()).doesNotContain(text);
    return this;
  }

  String text() {
    return page.locator("body").innerText();
  }

  String path() {
    return page.url().substring(Platform.running().origin().length());
  }

  /// Makes an account from wherever a sign-in page is shown, keeps her recovery code and goes back
  /// to where she was.
  Person signsUp() {
    presses("Make an account");
    fills("Handle", handle).fills("Password", PASSWORD);
    presses("Make my account").sees("It is shown this once.");
    recoveryCode = page.locator(".code").innerText().strip();
    return presses("I have kept it");
  }

  /// Signs in on the sign-in page that is shown.
  Person signsIn(String password) {
    return fills("Handle", handle).fills("Password", password).presses("Sign in");
  }

  String recoveryCode() {
    return recoveryCode;
  }

  private Locator control(String words) {
    // The pattern is read by JavaScript, which has no quoting; a count or an ellipsis may follow
    // the words.
    String quoted = words.replaceAll("[.*+?^${}()|\\[\\]\\\\]", "\\\\$0");
    Pattern exactly = Pattern.compile("^\\s*" + quoted + ".{0,4}\\s*$");
    Locator button = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(exactly));
    Locator link = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(exactly));
    return shown(button.or(link).first(), "a button or link " + words);
  }

  private Locator shown(Locator what, String words) {
    try {
      what.waitFor();
      return what;
    } catch (TimeoutError never) {
      throw new AssertionError("no " + words + " on " + page.url() + ":\n" + text(), never);
    }
  }

  /// Checks the page she stands on.
  Person looks() {
    assertThat(complaints).as("on %s", page.url()).isEmpty();
    if (script) {
      // A part of the page may be on its way still.
      page.waitForFunction(
          "() => !document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling')");
      AxeResults found = axe();
      assertThat(
              found.getViolations().stream()
                  .map(v -> v.getId() + ": " + v.getNodes().stream().map(n -> n.getHtml()).toList())
                  .toList())
          .as("what axe finds on %s", page.url())
          .isEmpty();
    }
    return this;
  }

  // A page may lead on while it is looked at: the editor's buttons save first and go then.
  private AxeResults axe() {
    for (int left = 0; ; left++) {
      try {
        return new AxeBuilder(page).analyze();
      } catch (RuntimeException failed) {
        Throwable cause = failed.getCause() == null ? failed : failed.getCause();
        if (left == 3 || !String.valueOf(cause.getMessage()).contains("navigation")) {
          throw failed;
        }
        page.waitForLoadState();
      }
    }
  }

  /// Looks again through the narrowest window there is.
  Person looksAt320() {
    page.setViewportSize(320, 700);
    Object wider =
        page.evaluate(
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assertThat(wider).as("sideways scroll on %s", page.url()).isEqualTo(0);
    page.setViewportSize(1280, 900);
    return this;
  }

  @Override
  public void close() {
    context.close();
  }
}
