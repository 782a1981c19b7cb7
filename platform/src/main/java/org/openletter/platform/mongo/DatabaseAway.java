package org.openletter.platform.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tells a database that does not answer, or takes no writes right now, from one that answered with
/// a mistake of ours. The first passes by itself; the second is a fault to mend.
public final class DatabaseAway {

  /// What a server says while it cannot serve: codes of MongoDB, which the embedded server shares.
  private static final Set<Integer> NOT_NOW =
      Set.of(
          6, // HostUnreachable
          7, // HostNotFound
          39, // FileStreamFailed: the embedded server cannot write its log or folder
          50, // MaxTimeMSExpired
          64, // WriteConcernFailed
          89, // NetworkTimeout
          91, // ShutdownInProgress
          100, // UnsatisfiableWriteConcern
          189, // PrimarySteppedDown
          262, // ExceededTimeLimit
          9001, // SocketException
          10107, // NotWritablePrimary
          11600, // InterruptedAtShutdown
          11602, // InterruptedDueToReplStateChange
          13435, // NotPrimaryNoSecondaryOk
          13436, // NotPrimaryOrSecondary
          14031); // OutOfDiskSpace

  /// The embedded server's word for memory that others use now. What needs more than there ever is
  /// has the same code, and is a mistake of ours.
  private static final int EXCEEDED_MEMORY_LIMIT = 146;

  private static final String BUSY = "ask again";

  private static final List<Class<? extends MongoException>> SILENT =
      List.of(
          MongoTimeoutException.class,
          MongoSocketException.class,
          MongoNotPrimaryException.class,
          MongoNodeIsRecoveringException.class,
          MongoInterruptedException.class,
          MongoServerUnavailableException.class,
          MongoConnectionPoolClearedException.class,
          MongoOperationTimeoutException.class,
          MongoExecutionTimeoutException.class);

  private DatabaseAway() {}

  /// Whether this failure, or one that it was made of, says so.
  public static boolean says(@Nullable Throwable failure) {
    int depth = 0;
    for (Throwable at = failure; at != null && depth < 20; at = at.getCause(), depth++) {
      if (at instanceof MongoException mongo && away(mongo)) {
        return true;
      }
    }
    return false;
  }

  private static boolean away(MongoException failure) {
    if (SILENT.stream().anyMatch(kind -> kind.isInstance(failure))) {
      return true;
    }
    return switch (failure) {
      case MongoWriteException write ->
          notNow(write.getError().getCode(), write.getError().getMessage(), write);
      case MongoBulkWriteException bulk ->
          bulk.getWriteConcernError() != null
              || bulk.getWriteErrors().stream()
                  .anyMatch(e -> notNow(e.getCode(), e.getMessage(), bulk));
      default -> notNow(failure.getCode(), failure.getMessage(), failure);
    };
  }

  private static boolean notNow(int code, @Nullable String message, MongoException failure) {
    return NOT_NOW.contains(code)
        || code == EXCEEDED_MEMORY_LIMIT && message != null && message.contains(BUSY)
        || failure.hasErrorLabel("RetryableWriteError");
  }
}
