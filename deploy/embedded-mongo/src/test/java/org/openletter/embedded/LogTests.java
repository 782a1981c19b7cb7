package org.openletter.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoCommandException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.openletter.embedded.refusal.NeedsRestart;
import org.openletter.embedded.refusal.Reason;
import org.openletter.embedded.refusal.WriteRefused;

/// What people sent is in the database and nowhere else.
class LogTests {

  private static final String SECRET = "what-somebody-wrote";

  @Test
  void aCommandThatFailsIsLoggedWithoutWhatWasSent() {
    PrintStream before = System.err;
    ByteArrayOutputStream logged = new ByteArrayOutputStream();
    System.setErr(new PrintStream(logged, true, StandardCharsets.UTF_8));
    try (Lab lab = Lab.inMemory()) {
      lab.collection("letters").insertOne(new Document("text", SECRET));
      Document wrong = new Document("text", new Document("$regex", "(" + SECRET));
      MongoCommandException failed =
          catchThrowableOfType(
              MongoCommandException.class, () -> lab.collection("letters").find(wrong).first());
      assertThat(failed.getErrorMessage())
          .contains("PatternSyntaxException")
          .doesNotContain(SECRET);
    } finally {
      System.setErr(before);
    }
    assertThat(logged.toString(StandardCharsets.UTF_8))
        .contains("The command find failed: java.util.regex.PatternSyntaxException at ")
        .doesNotContain(SECRET);
  }

  @Test
  void noReasonHoldsAValue() {
    Exception found = new IllegalStateException("Found no position for {name: " + SECRET + "}");
    assertThat(Reason.of(found)).startsWith("java.lang.IllegalStateException at ");
    assertThat(new NeedsRestart(found).getMessage()).doesNotContain(SECRET);
    assertThat(WriteRefused.because(found).getMessage()).doesNotContain(SECRET);
    assertThat(Reason.of(WriteRefused.because(found))).doesNotContain(SECRET);
    assertThat(Reason.of(WriteRefused.because(new IOException("Input/output error"))))
        .contains("Input/output error");
    assertThat(Reason.printable(SECRET + ": 1")).doesNotContain(SECRET);
  }
}
