package org.openletter.moderation.personal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.openletter.moderation.view.Views;

/// Finds personal data in a text, and covers it.
public final class PersonalData {

  private static final int DIGITS_KEPT = 4;

  private final Numbers numbers = new Numbers(new PhoneCheck());

  /// All pieces in order, without those inside another.
  List<Piece> in(Views views) {
    List<Piece> all = new ArrayList<>(Mails.in(views));
    all.addAll(numbers.in(views.raw()));
    all.addAll(SpokenNumbers.in(views));
    all.addAll(Places.in(views.raw()));
    all.addAll(Places.legalNames(views.raw()));
    all.sort(Comparator.comparingInt(Piece::start).thenComparingInt(piece -> -piece.end()));
    List<Piece> kept = new ArrayList<>();
    for (Piece piece : all) {
      if (kept.isEmpty() || !kept.getLast().overlaps(piece)) {
        kept.add(piece);
      }
    }
    return kept;
  }

  /// The text with every piece covered, the last four digits of numbers left: `●●● ●●● 4410`. The
  /// same text when there is none.
  public String masked(String text) {
    return masked(text, in(Views.of(text)));
  }

  static String masked(String text, List<Piece> pieces) {
    StringBuilder masked = new StringBuilder(text.length());
    int from = 0;
    for (Piece piece : pieces) {
      masked.append(text, from, piece.start());
      masked.append(cover(text.substring(piece.start(), piece.end()), piece.kind()));
      from = piece.end();
    }
    return masked.append(text, from, text.length()).toString();
  }

  private static String cover(String piece, Piece.Kind kind) {
    return switch (kind) {
      case PHONE, ACCOUNT, IDENTITY_NUMBER -> coverDigits(piece);
      case MAIL -> "●●●@●●●";
      case ADDRESS, LEGAL_NAME -> "●●●";
    };
  }

  private static String coverDigits(String piece) {
    long digits = piece.chars().filter(Character::isDigit).count();
    if (digits < 2 * DIGITS_KEPT - 1) {
      return "●●●";
    }
    StringBuilder covered = new StringBuilder(piece.length());
    long left = digits;
    for (int i = 0; i < piece.length(); i++) {
      char c = piece.charAt(i);
      if (Character.isDigit(c)) {
        covered.append(left-- <= DIGITS_KEPT ? c : '●');
      } else {
        covered.append(Character.isLetter(c) ? '●' : c);
      }
    }
    return covered.toString();
  }
}
