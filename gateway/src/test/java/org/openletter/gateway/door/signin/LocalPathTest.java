package org.openletter.gateway.door.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/letters/abcdefabcdef/a-letter?order=oldest#respond",
        "/people/ana",
        "/admin/people?query=a%20b"
      })
  void takesAnAddressOfThisSite(String text) {
    assertThat(LocalPath.of(text)).contains(new LocalPath(text));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "https://evil.example",
        "https:evil.example",
        "https://site@evil.example",
        "javascript:alert(1)",
        "/\tevil",
        "/\n//evil.example",
        " /letters",
        "/letters\r\nSet-Cookie: a=b",
        "letters",
        "/sign-in?from=/",
        "/sign-out",
        "/oauth2/authorization/openletter",
        "/login/oauth2/code/openletter",
        "/id/login",
        "/api/v1/me",
        "/%zz"
      })
  void refusesWhatLeadsAwayOrInCircles(@Nullable String text) {
    assertThat(LocalPath.of(text)).isEmpty();
  }
}
