package org.openletter.comments.queue;

import java.util.Arrays;
import java.util.Optional;

/// Why a creator may take a response away. The label is public, on the tombstone.
enum RemovalReason {
  ADVERTISING("advertising", "advertising"),
  REPEATED("repeated", "repeated text"),
  JUNK("junk", "junk"),
  PERSONAL_DATA("personal-data", "personal data"),
  HARASSMENT("harassment", "harassment"),
  OFF_TOPIC("off-topic", "off topic"),
  RULE("rule", "against the house rules"),
  OTHER("other", "another reason");

  private final String code;
  private final String label;

  RemovalReason(String code, String label) {
    this.code = code;
    this.label = label;
  }

  String code() {
    return code;
  }

  String label() {
    return label;
  }

  static Optional<RemovalReason> of(String code) {
    return Arrays.stream(values()).filter(reason -> reason.code.equals(code)).findFirst();
  }
}
