package org.openletter.embedded.refusal;

import de.bwaldvogel.mongo.exception.MongoServerError;

/// A write that is not on the disk, so it is not acknowledged. It may still appear later.
public final class WriteRefused extends MongoServerError {

  private static final int OUT_OF_DISK_SPACE = 14031;
  private static final int INTERNAL_ERROR = 1;

  private WriteRefused(int code, String name, String sentence, Throwable cause) {
    super(code, name, sentence, cause);
  }

  /// The disk is as good as full; reading goes on, and writing too when there is room again.
  public static WriteRefused noRoom(long megabytesLeft) {
    return new WriteRefused(
        OUT_OF_DISK_SPACE,
        "OutOfDiskSpace",
        "embedded server: the write was refused, only "
            + megabytesLeft
            + " MB are left on the disk of the data folder",
        new IllegalStateException("no room"));
  }

  /// The redo log or the store could not be written.
  public static WriteRefused because(Throwable cause) {
    String reason = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    boolean full = reason.contains("No space left");
    return new WriteRefused(
        full ? OUT_OF_DISK_SPACE : INTERNAL_ERROR,
        full ? "OutOfDiskSpace" : "InternalError",
        "embedded server: the write could not be made durable and was refused: " + reason,
        cause);
  }
}
