package org.openletter.comments.queue;

import java.util.Arrays;
import java.util.Optional;

/// Why a creator may take a response away. The code is public, on the tombstone.
enum RemovalReason {
  ADVERTISING("advertising"),
  REPEATED("repeated"),
  JUNK("junk"),
  PERSONAL_DATA("personal-data"),
  HARASSMENT("harassment"),
  OFF_TOPIC("off-topic"),
  RULE("rule"),
  OTHER("other");

  private final String code;

  RemovalReason(String code) {
    this.code = code;
  }

  String code() {
    return code;
  }

  static Optional<RemovalReason> of(String code) {
    return Arrays.stream(values()).filter(reason -> reason.code.equals(code)).findFirst();
  }
}
