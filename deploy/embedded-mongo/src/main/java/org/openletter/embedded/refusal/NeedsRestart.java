package org.openletter.embedded.refusal;

import de.bwaldvogel.mongo.exception.MongoServerError;

/// Something went wrong in the middle of a change or in the store file; this process answers
/// nothing any more. What was acknowledged is there after the next start.
public final class NeedsRestart extends MongoServerError {

  /// Drivers take this code as a server that goes away, and look for it again later.
  private static final int SHUTDOWN_IN_PROGRESS = 91;

  /// With the reason.
  public NeedsRestart(Throwable cause) {
    super(
        SHUTDOWN_IN_PROGRESS,
        "ShutdownInProgress",
        "embedded server: it has to be started again: " + Reason.of(cause),
        cause);
  }
}
