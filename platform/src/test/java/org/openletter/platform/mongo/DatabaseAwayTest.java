package org.openletter.platform.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketOpenException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteError;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openletter.embedded.memory.Work;

class DatabaseAwayTest {

  private static final ServerAddress SERVER = new ServerAddress("127.0.0.1", 1);

  @Test
  void isToldByTimeOutsSocketsAndInterruptions() {
    List<Throwable> failures =
        List.of(
            new MongoTimeoutException("no server within 800 ms"),
            new MongoSocketOpenException("open", SERVER, new IOException()),
            new MongoSocketReadException("read", SERVER),
            new MongoInterruptedException("stop", new InterruptedException()),
            new MongoNotPrimaryException(new BsonDocument(), SERVER));

    assertThat(failures).allMatch(DatabaseAway::says);
    assertThat(failures)
        .map(failure -> new IllegalStateException(new RuntimeException(failure)))
        .allMatch(DatabaseAway::says);
  }

  @ParameterizedTest
  @ValueSource(ints = {39, 91, 189, 10107, 11600, 14031, 64})
  void isToldByTheCodesOfAServerThatTakesNothingNow(int code) {
    assertThat(DatabaseAway.says(command("{ok: 0, code: " + code + "}"))).isTrue();
    assertThat(DatabaseAway.says(write(code, "no"))).isTrue();
    assertThat(DatabaseAway.says(bulk(code))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 9, 11000, 16410})
  void isNotToldByAnAnswerThatSaysThatWeErred(int code) {
    assertThat(DatabaseAway.says(command("{ok: 0, code: " + code + "}"))).isFalse();
    assertThat(DatabaseAway.says(write(code, "E11000 duplicate key"))).isFalse();
    assertThat(DatabaseAway.says(bulk(code))).isFalse();
    assertThat(DatabaseAway.says(new IllegalStateException("of our own"))).isFalse();
    assertThat(DatabaseAway.says(null)).isFalse();
  }

  @Test
  void isToldByAServerWhoseMemoryOthersUseNowAndNotByOneThatNeverHasEnough() {
    String busy = "embedded server: other large commands need the memory; ask again";
    String never =
        "embedded server: the command needs about 90 MB of memory, and there are 64 MB for it:"
            + " ask for less at a time, or start the server with more memory";

    assertThat(DatabaseAway.says(command("{ok: 0, code: 146, errmsg: '" + busy + "'}"))).isTrue();
    assertThat(DatabaseAway.says(write(146, busy))).isTrue();
    assertThat(DatabaseAway.says(command("{ok: 0, code: 146, errmsg: '" + never + "'}"))).isFalse();
    assertThat(DatabaseAway.says(write(146, never))).isFalse();
    assertThat(DatabaseAway.says(command("{ok: 0, code: 2, errmsg: 'ask again'}"))).isFalse();
  }

  // What the embedded server says is told from its words.
  @Test
  void knowsTheWordsOfTheEmbeddedServer() {
    Work work = new Work(128 << 10);
    MongoServerError busy =
        catchThrowableOfType(
            MongoServerError.class,
            () -> {
              try (Work.Share _ = work.take(128 << 10)) {
                Thread.currentThread().interrupt();
                work.take(128 << 10);
              } finally {
                Thread.interrupted();
              }
            });
    MongoServerError never = catchThrowableOfType(MongoServerError.class, () -> work.take(1 << 20));

    assertThat(DatabaseAway.says(write(busy.getCode(), busy.getMessageWithoutErrorCode())))
        .isTrue();
    assertThat(DatabaseAway.says(write(never.getCode(), never.getMessageWithoutErrorCode())))
        .isFalse();
  }

  private static MongoException command(String reply) {
    return new MongoCommandException(BsonDocument.parse(reply), SERVER);
  }

  private static MongoException write(int code, String message) {
    return new MongoWriteException(
        new WriteError(code, message, new BsonDocument()), SERVER, Set.of());
  }

  private static MongoException bulk(int code) {
    return new MongoBulkWriteException(
        BulkWriteResult.unacknowledged(),
        List.of(new BulkWriteError(code, "no", new BsonDocument(), 0)),
        null,
        SERVER,
        Set.of());
  }
}
