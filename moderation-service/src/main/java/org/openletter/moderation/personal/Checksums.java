package org.openletter.moderation.personal;

/// The checks that tell account numbers from other long numbers.
final class Checksums {

  private Checksums() {}

  /// The check digit of cards and of some identity numbers.
  static boolean luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int doubled = i % 2 == 1 ? digit * 2 : digit;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0;
  }

  /// An IBAN without spaces, in capitals: two letters, two digits, 11 to 30 letters or digits, and
  /// the remainder 1 of ISO 13616.
  static boolean iban(String account) {
    if (account.length() < 15 || account.length() > 34) {
      return false;
    }
    String turned = account.substring(4) + account.substring(0, 4);
    int remainder = 0;
    for (int i = 0; i < turned.length(); i++) {
      int value = Character.digit(turned.charAt(i), 36);
      if (value < 0) {
        return false;
      }
      remainder = (value > 9 ? remainder * 100 + value : remainder * 10 + value) % 97;
    }
    return remainder == 1;
  }
}
