package org.openletter.gateway.door.guard;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openletter.gateway.GatewayTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
@ExtendWith(OutputCaptureExtension.class)
class BadBytesTest {

  private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";

  @LocalServerPort private int port;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET /letters?q=zqx%ff|400",
        "GET /letters?q=zqx%zz|400",
        "GET /?zqx=%c0%ae|400",
        "GET /letters/aaaaaaaaaaaa/zqx%ff|400",
        "GET /letters/aaaaaaaaaaaa/zqx%zz|400",
        "GET /api/v1/letters?after=zqx%ff|400",
        "GET /api/v1/zqx%c0%ae|400",
        "GET /id/login?zqx=%zz|400",
        "GET /api/v1|404",
        "HEAD /api/v1|404",
        "GET /api/v1/|404",
        "HEAD /api/v1/zqx|404",
      })
  void refusesWhatCannotBeReadAndKeepsItOutOfTheLog(String line, int status, CapturedOutput output)
      throws IOException {
    assertThat(sent(line + " HTTP/1.1\r\n", "")).startsWith("HTTP/1.1 " + status + " ");
    assertThat(output.getAll()).doesNotContain("zqx");
  }

  @ParameterizedTest
  @CsvSource({"*/*,415", "text/*,415", "zqx,415"})
  void refusesATypeThatIsNone(String type, int status, CapturedOutput output) throws IOException {
    for (String path : new String[] {"/letters", "/api/v1/letters", "/id/login"}) {
      assertThat(sent("POST " + path + " HTTP/1.1\r\nContent-Type: " + type + "\r\n", "{}"))
          .startsWith("HTTP/1.1 " + status + " ");
    }
    assertThat(output.getAll()).doesNotContain("zqx");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/id/login", "/api/v1/letters", "/letters", "/studio"})
  void takesHeadersInAnyAlphabet(String path, CapturedOutput output) throws IOException {
    for (String header : new String[] {"Cookie: x=", "User-Agent: ", "X-Zqx: ", "Referer: "}) {
      String bytes = new String("zqx\u041f\u0440\u0438".getBytes(UTF_8), ISO_8859_1);
      assertThat(sent("GET " + path + " HTTP/1.1\r\n" + header + bytes + "\r\n", ""))
          .as(header)
          .matches("(?s)HTTP/1.1 (200|302|404) .*");
    }
    assertThat(output.getAll()).doesNotContain("RequestRejected").doesNotContain("unforeseen");
  }

  @Test
  void leavesAQueryOutThatDoesNotFitThroughTheSignIn() throws IOException {
    for (int length : new int[] {7_600, 12_000}) {
      assertThat(sent("GET /studio?x=" + "y".repeat(length) + " HTTP/1.1\r\n", ""))
          .startsWith("HTTP/1.1 302 ")
          .contains("/sign-in?from=%2Fstudio\r\n");
    }
  }

  @Test
  void neverFailsOverAFormThatCannotBeDecoded(CapturedOutput output) throws IOException {
    for (String field : new String[] {"zqx=%ff", "zqx=%zz", "zqx=%c0%ae", "%zz=zqx", "zqx%"}) {
      String path = "/letters/aaaaaaaaaaaa/draft-comment";
      assertThat(sent("POST " + path + " HTTP/1.1\r\n" + FORM, field))
          .as(field)
          .matches("(?s)HTTP/1.1 [234].*");
    }
    assertThat(output.getAll()).doesNotContain("zqx");
  }

  // Clients in the library refuse to send what this is about.
  private String sent(String head, String body) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      String request =
          head
              + "Host: localhost:8080\r\nOrigin: http://localhost:8080\r\nConnection: close\r\n"
              + "Sec-Fetch-Site: same-origin\r\nContent-Length: "
              + body.length()
              + "\r\n\r\n"
              + body;
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }
}
