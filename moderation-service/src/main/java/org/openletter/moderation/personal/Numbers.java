package org.openletter.moderation.personal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openletter.moderation.personal.Piece.Kind;

/// Finds telephone, card, account and identity numbers by walking once over the text.
final class Numbers {

  /// Telephone numbers that are looked up; later ones in the same text are judged by their shape.
  private static final int LOOK_UPS = 60;

  private static final int SHORTEST = 7;
  private static final int LONGEST = 19;

  private final PhoneCheck phones;

  Numbers(PhoneCheck phones) {
    this.phones = phones;
  }

  List<Piece> in(String text) {
    List<Piece> pieces = new ArrayList<>();
    int lookUps = 0;
    for (int i = 0; i < text.length(); ) {
      char c = text.charAt(i);
      if (c >= 'A' && c <= 'Z' && wordStart(text, i)) {
        int end = ibanEnd(text, i);
        if (end > i) {
          pieces.add(new Piece(Kind.ACCOUNT, i, end, 0.95));
          i = end;
          continue;
        }
      }
      if (!Character.isDigit(c) && c != '+') {
        i++;
        continue;
      }
      DigitRun run = DigitRun.at(text, i);
      Piece piece = judge(text, run, lookUps < LOOK_UPS);
      if (run.digits().length() >= SHORTEST) {
        lookUps++;
      }
      if (piece != null) {
        pieces.add(piece);
      }
      i = Math.max(i + 1, run.end());
    }
    return pieces;
  }

  private @Nullable Piece judge(String text, DigitRun run, boolean lookUp) {
    String digits = run.digits();
    if (digits.length() < SHORTEST || digits.length() > LONGEST || run.attached(text)) {
      return null;
    }
    if (digits.length() >= 13 && Checksums.luhn(digits)) {
      if ("3456".indexOf(digits.charAt(0)) >= 0) {
        return new Piece(Kind.ACCOUNT, run.start(), run.end(), 0.95);
      }
      if (digits.length() == 13 && birthday(digits)) {
        return new Piece(Kind.IDENTITY_NUMBER, run.start(), run.end(), 0.95);
      }
    }
    if (run.shape().equals("3-2-4")) {
      return new Piece(Kind.IDENTITY_NUMBER, run.start(), run.end(), 0.9);
    }
    return digits.length() <= 15 && phone(text, run, lookUp)
        ? new Piece(Kind.PHONE, run.start(), run.end(), 0.9)
        : null;
  }

  private boolean phone(String text, DigitRun run, boolean lookUp) {
    Surroundings around = Surroundings.of(text, run.start(), run.end());
    String digits = run.digits();
    boolean international = run.plus() || digits.startsWith("00") && digits.length() >= 11;
    boolean national = digits.startsWith("0") && digits.length() >= 9 && digits.length() <= 12;
    boolean northAmerican = run.shape().equals("3-3-4") || run.shape().equals("1-3-3-4");
    boolean called = around.aCall() && !run.date();
    if (!international && !national && !northAmerican && !called || run.date()) {
      return false;
    }
    if (around.helpLine()) {
      return false;
    }
    if (!lookUp) {
      return true;
    }
    String dialled = (run.plus() ? "+" : "") + digits;
    if (phones.publicLine(dialled) && !around.aPerson()) {
      return false;
    }
    // A local number is only possible where it is, so the words around it have to do.
    return called && digits.length() < 9 || phones.possible(dialled);
  }

  /// South African and other identity numbers begin with the day of birth: YYMMDD.
  private static boolean birthday(String digits) {
    int month = Integer.parseInt(digits.substring(2, 4));
    int day = Integer.parseInt(digits.substring(4, 6));
    return month >= 1 && month <= 12 && day >= 1 && day <= 31;
  }

  private static boolean wordStart(String text, int i) {
    return i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1));
  }

  /// The end of an IBAN that begins here, or its start when there is none. Groups of four may be
  /// parted by spaces.
  private static int ibanEnd(String text, int start) {
    if (start + 15 > text.length()
        || !Character.isLetter(text.charAt(start + 1))
        || !Character.isDigit(text.charAt(start + 2))
        || !Character.isDigit(text.charAt(start + 3))) {
      return start;
    }
    StringBuilder account = new StringBuilder(34);
    int found = start;
    for (int i = start; i < text.length() && account.length() < 34; i++) {
      char c = text.charAt(i);
      if (c < 128 && Character.isLetterOrDigit(c)) {
        account.append(c);
        boolean last = i + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(i + 1));
        if (last && Checksums.iban(account.toString().toUpperCase(Locale.ROOT))) {
          found = i + 1;
        }
      } else if (c != ' ') {
        break;
      }
    }
    return found;
  }
}
