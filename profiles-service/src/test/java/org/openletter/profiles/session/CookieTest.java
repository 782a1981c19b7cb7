package org.openletter.profiles.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.web.http.CookieSerializer.CookieValue;

class CookieTest {

  private static String cookieAt(String origin) {
    MockHttpServletResponse response = new MockHttpServletResponse();
    new SessionSetup()
        .cookie(URI.create(origin))
        .writeCookieValue(new CookieValue(new MockHttpServletRequest(), response, "secret"));
    return String.valueOf(response.getHeader("Set-Cookie"));
  }

  @Test
  void isBoundToTheHostAndSecureBehindHttps() {
    assertThat(cookieAt("https://letters.example"))
        .startsWith("__Host-id=")
        .contains("; Path=/;", "; Secure", "; HttpOnly", "; SameSite=Lax")
        .doesNotContain("Domain", "Max-Age");
  }

  @Test
  void worksOnOneMachineWithoutHttps() {
    assertThat(cookieAt("http://localhost:8080")).startsWith("id=").doesNotContain("Secure");
  }
}
