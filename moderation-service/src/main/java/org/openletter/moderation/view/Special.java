package org.openletter.moderation.view;

/// Letters that no normal form turns into what readers see.
final class Special {

  private static final String LOOKALIKES = "авекмнорстухіјѕԁһԛԝαορνυικτεηχωγβ";
  private static final String SEEN_AS = "abekmhopctyxijsdhqwaopvuikten" + "xwyb";

  private Special() {}

  /// Plain letters for a letter with a stroke or a ligature; empty when there are none.
  static String letters(int c) {
    return switch (Character.toLowerCase(c)) {
      case 'ł' -> "l";
      case 'ø' -> "o";
      case 'đ', 'ð' -> "d";
      case 'þ' -> "th";
      case 'ß' -> "ss";
      case 'æ' -> "ae";
      case 'œ' -> "oe";
      case 'ı' -> "i";
      case 'ħ' -> "h";
      case 'ŋ' -> "n";
      case '’', '‘', 'ʼ', '´', '`' -> "'";
      default -> "";
    };
  }

  /// The Latin letter that a Cyrillic or Greek one looks like, or the same character.
  static int lookalike(int c) {
    int at = LOOKALIKES.indexOf(c);
    return at < 0 ? c : SEEN_AS.charAt(at);
  }

  /// The letter that a digit or sign stands for inside a word, or the same character.
  static int leet(int c) {
    return switch (c) {
      case '0' -> 'o';
      case '1' -> 'i';
      case '3' -> 'e';
      case '4' -> 'a';
      case '5' -> 's';
      case '7' -> 't';
      case '8' -> 'b';
      default -> c;
    };
  }
}
