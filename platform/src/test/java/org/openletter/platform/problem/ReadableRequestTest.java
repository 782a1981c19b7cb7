package org.openletter.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class ReadableRequestTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%",
        "a=%",
        "a=%4",
        "%zz",
        "a%4g",
        "%ff",
        "%c0%ae",
        "%ed%a0%80",
        "%f5%80%80%80",
        "%e2%82",
        "\u00e9",
      })
  void refusesWhatCannotBeDecoded(String encoded) {
    assertThat(ReadableRequest.decodes(encoded)).isFalse();
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/letters");
    request.setQueryString(encoded);
    assertThat(ReadableRequest.refusal(request)).isEqualTo(400);
    assertThat(ReadableRequest.refusal(new MockHttpServletRequest("GET", "/letters/" + encoded)))
        .isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a=b&c", "a+b", "%20", "%C3%A9", "%f0%9f%98%80", "a=%41"})
  void readsWhatCan(String encoded) {
    assertThat(ReadableRequest.decodes(encoded)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"*/*", "text/*", "text", "a/b/c", "\u00e9/x", "/"})
  void refusesWhatIsNoType(String type) {
    MockHttpServletRequest request = new MockHttpServletRequest("POST", "/letters");
    request.addHeader("Content-Type", type);
    assertThat(ReadableRequest.refusal(request)).isEqualTo(415);
  }

  @Test
  void takesEveryTypeThatIsOne() {
    for (String type : new String[] {"application/json", "multipart/form-data; boundary=x", ""}) {
      MockHttpServletRequest request = new MockHttpServletRequest("POST", "/letters");
      request.addHeader("Content-Type", type);
      assertThat(ReadableRequest.refusal(request)).isZero();
    }
  }
}
