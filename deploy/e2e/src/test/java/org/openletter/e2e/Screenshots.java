package org.openletter.e2e;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// Makes a picture of every page. Run by `deploy/screenshots`.
@EnabledIfSystemProperty(named = "openletter.screenshots", matches = ".+")
class Screenshots {

  private static final String PASSWORD = "letters want answers";

  private final Platform platform = Platform.running();
  private final Path folder = Path.of(System.getProperty("openletter.screenshots", "target"));

  @Test
  void ofEveryPage() {
    platform.fillDemo();
    String admin = platform.adminLink();
    BrowserContext strangerState = Browser.chromium().newContext();
    String letter = letter(strangerState, "Please ride the last tram with us");
    String essay = letter(strangerState, "What I wish I had asked before I shared that picture");
    shoot(strangerState.storageState(), strangerPages(letter, essay, admin));
    String rosa = signIn("rosa");
    shoot(rosa, creatorPages(rosa, letter));
    shoot(signIn("ines_b"), memberPages(letter));
    shoot(signUpAdmin(admin), adminPages());
  }

  private static Map<String, String> strangerPages(String letter, String essay, String admin) {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("home", "/");
    pages.put("letters", "/letters");
    pages.put("letter", letter);
    pages.put("essay", essay);
    pages.put("person", "/people/rosa");
    pages.put("rules", "/rules");
    pages.put("about", "/about");
    pages.put("sign-in", "/sign-in?from=/studio");
    pages.put("sign-up", "/id/sign-up");
    pages.put("recovery", "/id/recovery");
    pages.put("setup", admin.replaceFirst("https?://[^/]+", ""));
    pages.put("not-found", "/letters/000000000000/nothing");
    return pages;
  }

  private Map<String, String> creatorPages(String state, String letter) {
    String id = letter.split("/", -1)[2];
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("letter-creator", letter);
    pages.put("studio", "/studio");
    pages.put("editor", "/studio/letters/" + id);
    pages.put("editor-new", "/studio/letters/new");
    pages.put("preview", "/studio/letters/" + id + "/preview");
    pages.put("thread", "/studio/letters/" + id + "/thread");
    pages.put("versions", "/studio/letters/" + id + "/versions");
    pages.put("version", "/studio/letters/" + id + "/versions/1");
    pages.put("withdrawal", "/studio/letters/" + id + "/withdrawal");
    pages.put("queue", "/studio/queue");
    pages.put("import", "/studio/imports");
    pages.put("import-check", importCheck(state));
    pages.put("inbox", "/inbox");
    pages.put("kept", "/kept");
    pages.put("me", "/me");
    return pages;
  }

  private static Map<String, String> memberPages(String letter) {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("letter-member", letter);
    pages.put("my-responses", "/me/comments");
    pages.put("inbox-member", "/inbox");
    return pages;
  }

  private static Map<String, String> adminPages() {
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put("admin", "/admin");
    pages.put("admin-people", "/admin/people");
    pages.put("admin-contact", "/admin/contact");
    return pages;
  }

  private String importCheck(String state) {
    try (BrowserContext context =
        Browser.chromium().newContext(new NewContextOptions().setStorageState(state))) {
      Page page = context.newPage();
      page.navigate(platform.origin() + "/studio/imports");
      page.getByLabel("WordPress export")
          .setInputFiles(
              Platform.root()
                  .resolve(
                      "posts-service/src/test/resources/org/openletter/posts/importing/twin.wxr.xml"));
      page.locator("form[enctype] button.main").click();
      page.waitForURL(url -> url.matches(".*/studio/imports/.+"));
      return page.url().substring(platform.origin().length());
    }
  }

  private void shoot(String state, Map<String, String> pages) {
    for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
      for (int width : new int[] {1280, 390}) {
        NewContextOptions options =
            new NewContextOptions()
                .setStorageState(state)
                .setColorScheme(scheme)
                .setViewportSize(width, 900)
                .setLocale("en-GB")
                .setTimezoneId("UTC");
        try (BrowserContext context = Browser.chromium().newContext(options)) {
          Page page = context.newPage();
          String look = scheme == ColorScheme.DARK ? "-dark" : "";
          pages.forEach((name, path) -> shoot(page, name + "-" + width + look, path));
        }
      }
    }
  }

  private void shoot(Page page, String name, String path) {
    page.navigate(platform.origin() + path);
    page.screenshot(
        new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")).setFullPage(true));
  }

  private String letter(BrowserContext context, String title) {
    Page page = context.newPage();
    page.navigate(platform.origin() + "/");
    page.getByText(title).first().click();
    page.waitForLoadState();
    return page.url().substring(platform.origin().length());
  }

  private String signIn(String handle) {
    try (BrowserContext context = Browser.chromium().newContext()) {
      Page page = context.newPage();
      page.navigate(platform.origin() + "/sign-in");
      page.getByLabel("Handle").fill(handle);
      page.getByLabel("Password").fill(PASSWORD);
      page.locator("main form button.main").click();
      page.waitForURL(platform.origin() + "/**");
      return context.storageState();
    }
  }

  private String signUpAdmin(String link) {
    try (BrowserContext context = Browser.chromium().newContext()) {
      Page page = context.newPage();
      page.navigate(link);
      page.getByLabel("Handle").fill("keeper");
      page.getByLabel("Password").fill(PASSWORD);
      page.locator("main form button.main").click();
      page.waitForLoadState();
      page.locator("main form button.main").click();
      page.waitForLoadState();
      page.navigate(platform.origin() + "/admin");
      return context.storageState();
    }
  }
}
