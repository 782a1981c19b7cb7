package org.openletter.platform.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.mongo.DatabaseAway;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/// What is behind an exception: each question looks at it and at what it was made of.
public final class Failure {

  private static final int DEEPEST = 20;

  private static final String DATABASE_AWAY = Failure.class.getName() + ".databaseAway";

  private Failure() {}

  /// What does not answer, when that is why.
  ///
  /// @param service the name of this service, whose database it is
  public static Optional<NoAnswer> noAnswer(Throwable failure, String service) {
    return DatabaseAway.says(failure)
        ? Optional.of(NoAnswer.ofDatabase(service, "database: " + root(failure)))
        : Optional.ofNullable(cause(failure, NoAnswer.class));
  }

  /// The status for parameters that cannot be decoded or are too many, when that is why.
  public static Optional<Integer> unreadable(Throwable failure) {
    InvalidParameterException parameter = cause(failure, InvalidParameterException.class);
    if (parameter != null) {
      return Optional.of(parameter.getErrorCode());
    }
    // Signs in a header or a name of a field that no text has; said only when somebody reads them.
    if (cause(failure, RequestRejectedException.class) != null) {
      return Optional.of(400);
    }
    MultipartException parts = cause(failure, MultipartException.class);
    if (parts == null || parts instanceof MaxUploadSizeExceededException) {
      return Optional.empty();
    }
    // Without a cause it was no form in parts at all, or one that does not say where they end.
    return Optional.of(parts.getCause() == null ? 415 : 400);
  }

  /// The first cause of this kind, the failure itself included.
  public static <E extends Throwable> @Nullable E cause(Throwable failure, Class<E> kind) {
    int depth = 0;
    for (Throwable at = failure; at != null && depth < DEEPEST; at = at.getCause(), depth++) {
      if (kind.isInstance(at)) {
        return kind.cast(at);
      }
    }
    return null;
  }

  /// The same failure for a log: its classes and where it happened, without the messages, which
  /// often hold what was sent.
  public static Throwable withoutWords(Throwable failure) {
    return Wordless.of(failure, DEEPEST);
  }

  /// The same in a line: why nobody answered, which is said in words of ours, or else its kind.
  public static String line(Throwable failure) {
    return switch (failure) {
      case NoAnswer noAnswer -> noAnswer.service() + ": " + noAnswer.getMessage();
      case CallRefused refused -> refused.status() + " " + refused.type();
      default -> failure.getClass().getName();
    };
  }

  /// The kind of what a task of its own failed with, for a log: no message either.
  public static String kind(ExecutionException failed) {
    Throwable cause = failed.getCause();
    return (cause == null ? failed : cause).getClass().getName();
  }

  /// Remembers with a request that the database of this service does not answer, so that nobody
  /// waits for it a second time only to tell so.
  public static void remember(HttpServletRequest request, NoAnswer noAnswer) {
    if (noAnswer.ofDatabase()) {
      request.setAttribute(DATABASE_AWAY, true);
    }
  }

  /// Whether it is remembered with this request that the database does not answer.
  public static boolean databaseAway(HttpServletRequest request) {
    return request.getAttribute(DATABASE_AWAY) != null;
  }

  private static String root(Throwable failure) {
    Throwable root = failure;
    for (int depth = 0; root.getCause() != null && depth < DEEPEST; depth++) {
      root = root.getCause();
    }
    return root.getClass().getSimpleName();
  }

  private static final class Wordless extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String name;

    private Wordless(String name, @Nullable Throwable cause, StackTraceElement[] at) {
      super(name, cause, false, true);
      this.name = name;
      setStackTrace(at);
    }

    private static Wordless of(Throwable failure, int depth) {
      Throwable cause = failure.getCause();
      return new Wordless(
          failure.getClass().getName(),
          cause == null || depth == 0 ? null : of(cause, depth - 1),
          failure.getStackTrace());
    }

    // A stack trace prints this, and it shall name the failure instead of this class.
    @Override
    @SuppressWarnings("OverrideThrowableToString")
    public String toString() {
      return name;
    }
  }
}
