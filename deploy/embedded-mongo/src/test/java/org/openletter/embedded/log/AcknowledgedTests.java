package org.openletter.embedded.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcknowledgedTests {

  @Test
  void whatCannotBeNotedIsSaidOnce(@TempDir Path folder) throws IOException {
    PrintStream before = System.err;
    ByteArrayOutputStream logged = new ByteArrayOutputStream();
    System.setErr(new PrintStream(logged, true, StandardCharsets.UTF_8));
    try (Acknowledged acknowledged = new Acknowledged(folder)) { // A folder takes no bytes.
      for (int batch = 1; batch <= 5; batch++) {
        acknowledged.note(1, batch);
      }
    } finally {
      System.setErr(before);
    }
    assertThat(logged.toString(StandardCharsets.UTF_8).lines())
        .filteredOn(line -> line.contains("cannot be noted"))
        .hasSize(1);
  }
}
