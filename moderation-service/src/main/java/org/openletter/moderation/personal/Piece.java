package org.openletter.moderation.personal;

/// A passage that would expose a person.
///
/// @param kind what it is
/// @param start first char in the original text
/// @param end after the last char in the original text
/// @param score how sure this is, 0 to 1
record Piece(Kind kind, int start, int end, double score) {

  enum Kind {
    PHONE("telephone number", "a telephone number"),
    MAIL("e-mail address", "an e-mail address"),
    ACCOUNT("bank details", "bank or card details"),
    IDENTITY_NUMBER("identity number", "an identity number"),
    ADDRESS("home address", "a street address"),
    LEGAL_NAME("legal name", "somebody's legal name");

    private final String label;
    private final String words;

    Kind(String label, String words) {
      this.label = label;
      this.words = words;
    }

    String label() {
      return label;
    }

    String words() {
      return words;
    }
  }

  boolean overlaps(Piece other) {
    return start < other.end && other.start < end;
  }
}
