package org.openletter.gateway.look.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openletter.platform.test.ServiceTest;
import org.openletter.platform.test.TestHttp;

/// Static files through the whole gateway.
@ServiceTest
class AssetTest {

  @Test
  void keepsAFileForEverUnderTheNameOfItsContent(TestHttp http) {
    var answer = http.get(Assets.url("/css/look.css"), null);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("text/css;charset=UTF-8");
    assertThat(answer.header("Cache-Control")).contains("immutable").contains("max-age=31536000");
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(answer.body()).contains("@layer tokens").contains("@layer base").contains(".bar");
  }

  @Test
  void asksAgainForAFileUnderAnotherName(TestHttp http) {
    assertThat(http.get("/css/look.css", null).header("Cache-Control")).isEqualTo("no-cache");
    assertThat(http.get("/css/look.css?v=older", null).header("Cache-Control"))
        .isEqualTo("no-cache");
  }

  @Test
  void handsOutScriptAndFontsAndNothingElse(TestHttp http) {
    assertThat(http.get("/js/htmx.js", null).body()).contains("htmx");
    assertThat(http.get("/fonts/literata-5.3.0-latin.woff2", null).header("Content-Type"))
        .isEqualTo("font/woff2");
    assertThat(http.get("/css/missing.css", null).status()).isEqualTo(404);
    assertThat(http.get("/css/..%2f..%2fgateway.yml", null).status()).isGreaterThanOrEqualTo(400);
    assertThat(http.get("/static/css/look.css", null).status()).isEqualTo(404);
  }
}
