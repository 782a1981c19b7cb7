package org.openletter.embedded.refusal;

import de.bwaldvogel.mongo.exception.MongoServerError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/// Why something failed, for a log: its class, its code and the place. A message is left out, for
/// it may hold the documents somebody sent; those about files are shown.
public final class Reason {

  private static final String OWN = "org.openletter.";

  private Reason() {}

  /// One line.
  public static String of(@Nullable Throwable cause) {
    if (cause == null) {
      return "unknown";
    }
    if (cause instanceof WriteRefused || cause instanceof NeedsRestart) {
      // Their sentences are ours, and hold no more than a reason.
      return ((MongoServerError) cause).getMessageWithoutErrorCode();
    }
    if (cause instanceof MongoServerError error) {
      return error.getClass().getSimpleName() + " " + error.getCode();
    }
    boolean aboutFiles =
        cause instanceof IOException
            || cause instanceof UncheckedIOException
            || cause instanceof MVStoreException;
    if (aboutFiles && cause.getMessage() != null) {
      return cause.getClass().getSimpleName()
          + ": "
          + cause.getMessage().lines().findFirst().orElse("");
    }
    return cause.getClass().getName() + place(List.of(cause.getStackTrace()));
  }

  private static String place(List<StackTraceElement> frames) {
    StringBuilder places = new StringBuilder();
    frames.stream().limit(1).forEach(frame -> places.append(" at ").append(frame));
    frames.stream()
        .skip(1)
        .filter(frame -> frame.getClassName().startsWith(OWN))
        .limit(1)
        .forEach(frame -> places.append(" from ").append(frame));
    return places.toString();
  }

  /// The name of a command somebody sent, as far as it can be one.
  public static String printable(String name) {
    return name.matches("[a-zA-Z]{1,40}") ? name : "with another name";
  }
}
