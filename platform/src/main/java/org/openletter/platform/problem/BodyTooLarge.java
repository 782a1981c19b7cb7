package org.openletter.platform.problem;

import java.io.IOException;

/// A request body went past its limit while it was read. Answered with 413.
public final class BodyTooLarge extends IOException {

  private static final long serialVersionUID = 1;

  private final long limit;

  /// The body is longer than `limit` bytes.
  public BodyTooLarge(long limit) {
    super("body larger than " + limit + " bytes");
    this.limit = limit;
  }

  /// The limit in bytes.
  public long limit() {
    return limit;
  }
}
