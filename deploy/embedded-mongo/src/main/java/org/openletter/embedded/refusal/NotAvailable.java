package org.openletter.embedded.refusal;

import de.bwaldvogel.mongo.exception.MongoServerError;

/// Something MongoDB has and this server has not. Refused, because ignoring it would be a wrong
/// answer that nobody sees.
public final class NotAvailable extends MongoServerError {

  private static final int COMMAND_NOT_SUPPORTED = 115;

  /// Names the thing as it was asked for, such as `collation` or `$where`.
  public NotAvailable(String thing) {
    super(
        COMMAND_NOT_SUPPORTED,
        "CommandNotSupported",
        "embedded server: " + thing + " is not available; use a MongoDB server for it");
  }
}
