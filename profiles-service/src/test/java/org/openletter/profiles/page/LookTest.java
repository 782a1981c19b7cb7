package org.openletter.profiles.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.openletter.platform.secret.Sha256;

class LookTest {

  private static final Path STATIC = Path.of("../gateway/src/main/resources/static");

  @Test
  void givesTheGatewaysFilesTheVersionOfWhatIsInThem() throws IOException {
    assertThat(Look.url("/css/door.css")).isEqualTo("/css/door.css?v=" + version("css/door.css"));
    assertThat(Look.url("/css/look.css"))
        .isEqualTo("/css/look.css?v=" + version("css/tokens.css", "css/base.css", "css/parts.css"));
  }

  @Test
  void knowsNoFileThatTheBuildDidNotLayThere() {
    assertThatThrownBy(() -> Look.url("/css/nothing.css")).hasMessageContaining("/css/nothing.css");
  }

  private static String version(String... files) throws IOException {
    byte[][] parts = new byte[files.length][];
    for (int i = 0; i < files.length; i++) {
      parts[i] = Files.readAllBytes(STATIC.resolve(files[i]));
    }
    return HexFormat.of().formatHex(Sha256.of(parts), 0, 5);
  }
}
