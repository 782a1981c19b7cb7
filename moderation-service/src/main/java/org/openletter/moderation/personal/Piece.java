package org.openletter.moderation.personal;

/// A passage that would expose a person.
///
/// @param kind what it is
/// @param start first char in the original text
/// @param end after the last char in the original text
/// @param score how sure this is, 0 to 1
record Piece(Kind kind, int start, int end, double score) {

  enum Kind {
    PHONE("telephone-number"),
    MAIL("e-mail-address"),
    ACCOUNT("bank-details"),
    IDENTITY_NUMBER("identity-number"),
    ADDRESS("home-address"),
    LEGAL_NAME("legal-name");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /// The stable word.
    String word() {
      return word;
    }
  }

  boolean overlaps(Piece other) {
    return start < other.end && other.start < end;
  }
}
