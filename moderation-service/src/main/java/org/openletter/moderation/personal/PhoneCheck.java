package org.openletter.moderation.personal;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;
import java.util.Set;

/// Asks libphonenumber whether digits could be called from somewhere. "Possible" is enough: a
/// mistyped or an invented number exposes somebody as well.
final class PhoneCheck {

  /// Numbers without a country code are tried as if dialled here. Not a rule about countries: a
  /// number of any other country counts as soon as it is written with its code.
  private static final List<String> REGIONS =
      List.of("ZA", "GB", "US", "IE", "DE", "FR", "NL", "PL", "IN", "NG", "AU");

  private static final Set<String> FREE_CALLS = Set.of("0800", "0808", "1800");

  private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();

  /// @param digits 7 to 15 digits, with a leading `+` when there was one
  boolean possible(String digits) {
    if (digits.startsWith("+") || digits.startsWith("00")) {
      return possible(digits.startsWith("00") ? "+" + digits.substring(2) : digits, "ZZ");
    }
    return REGIONS.stream().anyMatch(region -> possible(digits, region));
  }

  private boolean possible(String digits, String region) {
    try {
      PhoneNumber number = numbers.parse(digits, region);
      return numbers.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE;
    } catch (NumberParseException notANumber) {
      // The library's way of saying no.
      return false;
    }
  }

  /// Numbers that callers do not pay for are lines for the public, nobody's own.
  boolean publicLine(String digits) {
    if (digits.length() > 4 && FREE_CALLS.contains(digits.substring(0, 4))) {
      return true;
    }
    return REGIONS.stream().anyMatch(region -> publicLine(digits, region));
  }

  private boolean publicLine(String digits, String region) {
    try {
      PhoneNumber number = numbers.parse(digits, region);
      PhoneNumberType type = numbers.getNumberType(number);
      return type == PhoneNumberType.TOLL_FREE
          || type == PhoneNumberType.SHARED_COST
          || type == PhoneNumberType.UAN;
    } catch (NumberParseException notANumber) {
      return false;
    }
  }
}
