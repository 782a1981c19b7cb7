package org.openletter.e2e;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;

/// Debian's Chromium, headless, one for all stories.
final class Browser {

  private static final Playwright PLAYWRIGHT = Playwright.create();

  private static final com.microsoft.playwright.Browser CHROMIUM =
      PLAYWRIGHT
          .chromium()
          .launch(
              new BrowserType.LaunchOptions()
                  .setExecutablePath(
                      Path.of(System.getProperty("openletter.chromium", "/usr/bin/chromium")))
                  .setHeadless(true)
                  .setArgs(
                      List.of(
                          "--no-sandbox",
                          "--disable-gpu",
                          "--disable-background-networking",
                          "--disable-component-update",
                          "--disable-sync",
                          "--no-first-run")));

  private Browser() {}

  static com.microsoft.playwright.Browser chromium() {
    return CHROMIUM;
  }
}
