package org.openletter.embedded.refusal;

import de.bwaldvogel.mongo.exception.MongoServerError;

/// A write that is not on the disk, so it is not acknowledged. It may still appear later.
public final class WriteRefused extends MongoServerError {

  private static final int OUT_OF_DISK_SPACE = 14031;

  /// MongoDB's code for a file that cannot be written. Drivers neither retry it nor take the server
  /// for another one, as they do with "not primary".
  private static final int FILE_STREAM_FAILED = 39;

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

  /// The data folder cannot be written at all; reading goes on.
  public static WriteRefused readOnly() {
    return new WriteRefused(
        FILE_STREAM_FAILED,
        "FileStreamFailed",
        "embedded server: the write was refused, the data folder can only be read",
        new IllegalStateException("read only"));
  }

  /// The redo log or the store could not be written.
  public static WriteRefused because(Throwable cause) {
    boolean full = String.valueOf(cause.getMessage()).contains("No space left");
    return new WriteRefused(
        full ? OUT_OF_DISK_SPACE : FILE_STREAM_FAILED,
        full ? "OutOfDiskSpace" : "FileStreamFailed",
        "embedded server: the write could not be made durable and was refused: " + Reason.of(cause),
        cause);
  }
}
