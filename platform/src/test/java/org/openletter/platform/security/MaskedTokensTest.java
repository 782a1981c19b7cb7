package org.openletter.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.DefaultCsrfToken;

class MaskedTokensTest {

  private final MaskedTokens tokens = new MaskedTokens();
  private final CsrfToken token = new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", "abcdefgh");

  @Test
  void looksDifferentEachTimeAndIsTheSame() {
    String first = masked();
    String second = masked();

    assertThat(first).isNotEqualTo(second);
    assertThat(resolved(first)).isEqualTo("abcdefgh");
    assertThat(resolved(second)).isEqualTo("abcdefgh");
  }

  @Test
  void takesBytesThatAreNoTextForAWrongToken() {
    byte[] bytes = Base64.getUrlDecoder().decode(masked());
    bytes[bytes.length - 1] ^= (byte) 0x80;

    assertThat(resolved(Base64.getUrlEncoder().encodeToString(bytes))).isNull();
    assertThat(resolved("no token")).isNull();
  }

  private String masked() {
    MockHttpServletRequest request = new MockHttpServletRequest();
    tokens.handle(request, new MockHttpServletResponse(), () -> token);
    return ((CsrfToken) Objects.requireNonNull(request.getAttribute("_csrf"))).getToken();
  }

  private @Nullable String resolved(String sent) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.addHeader("X-CSRF-TOKEN", sent);
    return tokens.resolveCsrfTokenValue(request, token);
  }
}
