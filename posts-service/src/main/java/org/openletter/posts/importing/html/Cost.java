package org.openletter.posts.importing.html;

/// Counts the work of one conversion: nodes that were visited and characters that were written or
/// copied. Ends it when that is more than any text of people takes.
final class Cost {

  /// An honest text takes about three steps for each of its characters, of which there are at most
  /// two million.
  static final long MOST = 20_000_000;

  private long spent;

  void spend(long steps) {
    spent += steps;
    if (spent > MOST) {
      throw new TooMuch();
    }
  }

  long spent() {
    return spent;
  }

  /// It was made to cost much, or by a machine without measure.
  static final class TooMuch extends RuntimeException {

    private static final long serialVersionUID = 1;

    private TooMuch() {
      super("a conversion takes too many steps", null, false, false);
    }
  }
}
