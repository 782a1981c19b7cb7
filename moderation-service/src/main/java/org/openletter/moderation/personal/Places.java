package org.openletter.moderation.personal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openletter.moderation.personal.Piece.Kind;

/// Finds where somebody lives: a house number with the name of a street, next to words about a
/// person. A street without a person (a clinic, a shop) exposes nobody.
final class Places {

  private static final Set<String> AFTER_NAME =
      Set.of(
          "street",
          "st",
          "road",
          "rd",
          "avenue",
          "ave",
          "close",
          "lane",
          "ln",
          "drive",
          "dr",
          "court",
          "ct",
          "way",
          "crescent",
          "cres",
          "terrace",
          "place",
          "square",
          "boulevard",
          "blvd",
          "gardens",
          "grove",
          "hill",
          "row",
          "walk",
          "mews",
          "park",
          "straat",
          "laan",
          "weg",
          "straße",
          "strasse",
          "platz",
          "gasse");

  private static final Set<String> BEFORE_NAME =
      Set.of("rue", "calle", "via", "rua", "ul", "ulica", "avenida", "plaza", "piazza");

  private static final List<String> NAME_ENDS =
      List.of("straße", "strasse", "straat", "weg", "gasse", "platz", "laan", "allee", "gatan");

  private Places() {}

  static List<Piece> in(String text) {
    List<Piece> pieces = new ArrayList<>();
    List<Token> tokens = Token.of(text);
    for (int i = 0; i < tokens.size(); i++) {
      int end = streetEnd(tokens, i);
      if (end > i) {
        Token first = tokens.get(i);
        Token last = tokens.get(end);
        Surroundings around = Surroundings.of(text, first.start(), last.end());
        if (around.aHome()) {
          pieces.add(new Piece(Kind.ADDRESS, first.start(), last.end(), 0.85));
          i = end;
        }
      }
    }
    return pieces;
  }

  /// The index of the last word of an address that begins here, or the beginning when there is
  /// none.
  private static int streetEnd(List<Token> tokens, int i) {
    Token first = tokens.get(i);
    if (first.houseNumber()) {
      int k = i + 1;
      if (k < tokens.size() && BEFORE_NAME.contains(tokens.get(k).lower())) {
        return Math.min(tokens.size() - 1, k + 2);
      }
      for (int named = 0; k < tokens.size() && named <= 3; k++, named++) {
        if (named > 0 && AFTER_NAME.contains(tokens.get(k).lower())) {
          return k;
        }
        if (!tokens.get(k).capital()) {
          return i;
        }
      }
      return i;
    }
    Token second = i + 1 < tokens.size() ? tokens.get(i + 1) : null;
    if (second != null
        && second.houseNumber()
        && first.lower().length() > 6
        && endsLikeAStreet(first)) {
      return i + 1;
    }
    if (BEFORE_NAME.contains(first.lower())) {
      for (int k = i + 2; k < Math.min(tokens.size(), i + 5); k++) {
        if (tokens.get(k).houseNumber()) {
          return k;
        }
      }
    }
    return i;
  }

  private static boolean endsLikeAStreet(Token token) {
    return NAME_ENDS.stream().anyMatch(token.lower()::endsWith);
  }

  /// A run of letters and digits.
  record Token(String lower, boolean capital, int start, int end) {

    boolean houseNumber() {
      int digits = 0;
      while (digits < lower.length() && Character.isDigit(lower.charAt(digits))) {
        digits++;
      }
      return digits > 0 && digits <= 4 && lower.length() - digits <= 1;
    }

    static List<Token> of(String text) {
      List<Token> tokens = new ArrayList<>();
      int start = -1;
      for (int i = 0; i <= text.length(); i++) {
        boolean inside =
            i < text.length()
                && (Character.isLetterOrDigit(text.charAt(i))
                    || text.charAt(i) == '\''
                    || text.charAt(i) == '’');
        if (inside && start < 0) {
          start = i;
        } else if (!inside && start >= 0) {
          String word = text.substring(start, i);
          tokens.add(
              new Token(
                  word.toLowerCase(Locale.ROOT), Character.isUpperCase(word.charAt(0)), start, i));
          start = -1;
        }
      }
      return tokens;
    }
  }

  /// `her real name is Anna Example`: two words with capitals after such words.
  static @Nullable Piece legalName(List<Token> tokens, int i) {
    if (i + 4 >= tokens.size()
        || !Set.of("real", "legal", "birth", "actual", "government", "true", "full")
            .contains(tokens.get(i).lower())
        || !tokens.get(i + 1).lower().equals("name")
        || !Set.of("is", "was", "s").contains(tokens.get(i + 2).lower())
        || !tokens.get(i + 3).capital()
        || !tokens.get(i + 4).capital()) {
      return null;
    }
    int last = i + 4;
    while (last + 1 < tokens.size() && last < i + 6 && tokens.get(last + 1).capital()) {
      last++;
    }
    return new Piece(Kind.LEGAL_NAME, tokens.get(i + 3).start(), tokens.get(last).end(), 0.8);
  }

  static List<Piece> legalNames(String text) {
    List<Token> tokens = Token.of(text);
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      Piece piece = legalName(tokens, i);
      if (piece != null) {
        pieces.add(piece);
      }
    }
    return pieces;
  }
}
