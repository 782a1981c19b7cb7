package org.openletter.gateway.door.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openletter.gateway.Browser;
import org.openletter.gateway.GatewayTest;
import org.openletter.gateway.IdentityStub;
import org.openletter.platform.test.TestHttp;

@GatewayTest
class OriginTest {

  @ParameterizedTest
  @CsvSource({
    "http://localhost:8080, same-origin, true",
    "http://localhost:8080,            , true",
    "                     , same-origin, true",
    "                     ,            , false",
    "http://evil.example  , same-origin, false",
    "http://evil.example  ,            , false",
    "null                 , same-origin, true",
    "null                 ,            , false",
    "null                 , cross-site , false",
    "http://localhost:8080, cross-site , false",
    "http://localhost:8080, same-site  , false",
    "                     , none       , false",
    "http://localhost     ,            , false",
    "http://localhost:8080.evil.example,, false",
    "https://localhost:8080,           , false"
  })
  void takesFormsFromThisSiteAlone(
      @Nullable String origin, @Nullable String site, boolean taken, TestHttp http) {
    for (String path : new String[] {"/letters/abcdefabcdef/draft-comment", "/id/login", "/me"}) {
      HttpRequest.Builder form =
          new Browser(http)
              .request(path)
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString("text=hello"));
      if (origin != null) {
        form.header("Origin", origin);
      }
      if (site != null) {
        form.header("Sec-Fetch-Site", site);
      }

      TestHttp.Answer answer = http.send(form);

      if (taken) {
        assertThat(answer.status()).as(path).isNotEqualTo(403);
      } else {
        assertThat(answer.status()).as(path).isEqualTo(403);
        assertThat(answer.body()).contains("did not come from a page of this site");
      }
    }
  }

  @Test
  void demandsTheTokenOfTheSession(TestHttp http) {
    Browser ana = IdentityStub.signedIn(http, "acc0000000aa", "ana", "member");
    Browser ben = IdentityStub.signedIn(http, "acc0000000bb", "ben", "member");
    String foreign = Browser.csrf(ben.get("/about"));

    assertThat(ana.post("/me/profile", "name", "Ana").status()).isEqualTo(403);
    assertThat(ana.post("/me/profile", "_csrf", foreign, "name", "Ana").status()).isEqualTo(403);
    assertThat(ana.post("/me/profile?_csrf=x", "name", "Ana").status()).isEqualTo(403);
    assertThat(ana.post("/api/v1/letters", "name", "Ana").problem()).isEqualTo("foreign-form");
  }

  @Test
  void demandsItOfScriptsInAHeader(TestHttp http) {
    Browser ana = IdentityStub.signedIn(http, "acc0000000aa", "ana", "member");
    String csrf = Browser.csrf(ana.get("/about"));

    assertThat(send(ana, "wrong").status()).isEqualTo(403);
    assertThat(send(ana, csrf).status()).isNotEqualTo(403);
  }

  private static TestHttp.Answer send(Browser browser, String token) {
    return browser.send(
        browser
            .request("/api/v1/letters")
            .header("Origin", Browser.ORIGIN)
            .header("X-CSRF-TOKEN", token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{}")));
  }

  @Test
  void givesNoTokenToAScriptThatReadsCookies(TestHttp http) {
    Browser ana = IdentityStub.signedIn(http, "acc0000000aa", "ana", "member");

    assertThat(ana.get("/about").headers().allValues("set-cookie"))
        .allMatch(cookie -> cookie.contains("HttpOnly"));
    // The second holds, sealed, which sign-ins this browser began.
    assertThat(ana.cookies()).containsOnlyKeys("session", "begun");
  }
}
