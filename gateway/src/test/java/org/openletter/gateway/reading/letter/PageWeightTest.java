package org.openletter.gateway.reading.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openletter.platform.test.ServiceTest;
import org.openletter.platform.test.TestHttp;

/// How much a reader has to fetch.
@ServiceTest
class PageWeightTest {

  /// A page of responses on a bad connection of 400 kbit/s is there in well under a second.
  private static final int LARGEST = 30_000;

  private static final String ID = "weight000001";

  @BeforeEach
  void fiftyPeopleHaveResponded() {
    LettersForTests.letter(ID, "the-stairs", "The stairs");
    var random = new Random(7);
    LettersForTests.conversation(
        ID,
        IntStream.range(0, 50)
            .mapToObj(
                i -> LettersForTests.comment(ID, i, "reader" + random.nextInt(9999), words(random)))
            .collect(Collectors.joining(",")));
  }

  @Test
  void sendsFiftyResponsesInThirtyKilobytes(TestHttp http) throws IOException {
    String path = "/letters/" + ID + "/the-stairs";

    var zipped = http.send(http.request(path, null).header("Accept-Encoding", "gzip"));
    assertThat(zipped.header("Content-Encoding")).isEqualTo("gzip");

    var page = http.get(path, null);
    assertThat(page.body().split("<article class=\"response", -1)).hasSize(51);
    assertThat(zipped(page.body())).isLessThan(LARGEST);
  }

  private static int zipped(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(bytes)) {
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.size();
  }

  /// About 50 words that compress badly: no text of people compresses worse.
  private static String words(Random random) {
    return IntStream.range(0, 50)
        .mapToObj(_ -> Integer.toString(random.nextInt(1_000_000), 36))
        .collect(Collectors.joining(" ", "<p>", "</p>"));
  }
}
