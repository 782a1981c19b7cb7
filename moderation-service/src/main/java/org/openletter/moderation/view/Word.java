package org.openletter.moderation.view;

/// A word, a number or a sign of the folded text.
///
/// @param text in lower case, without apostrophes
/// @param start offset of its first char in the folded text
/// @param end offset after its last char in the folded text
/// @param quoted whether it stands in a quotation: somebody else's words
public record Word(String text, int start, int end, boolean quoted) {

  /// Whether it consists of digits.
  public boolean number() {
    return Character.isDigit(text.charAt(0));
  }
}
