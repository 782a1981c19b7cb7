package org.openletter.moderation.personal;

import java.util.ArrayList;
import java.util.List;

/// Digits that stand together, with the signs people put between the groups of a number.
///
/// @param start first char
/// @param end after the last digit
/// @param digits as ASCII, of any script
/// @param plus whether a plus sign stands before them
/// @param groups the lengths of the groups
/// @param separators the signs between groups, each once
record DigitRun(
    int start, int end, String digits, boolean plus, List<Integer> groups, String separators) {

  private static final String BETWEEN = " -./()\u00A0\u2010\u2011\u2012\u2013·";

  private static final int LONGEST = 60;

  static DigitRun at(String text, int start) {
    StringBuilder digits = new StringBuilder();
    StringBuilder separators = new StringBuilder();
    List<Integer> groups = new ArrayList<>();
    int group = 0;
    int between = 0;
    int end = start;
    boolean plus = text.charAt(start) == '+';
    for (int i = plus ? start + 1 : start; i < text.length() && i - start < LONGEST; i++) {
      char c = text.charAt(i);
      if (Character.isDigit(c)) {
        digits.append((char) ('0' + Character.digit(c, 10)));
        group++;
        between = 0;
        end = i + 1;
      } else if (BETWEEN.indexOf(c) >= 0 && between < 3) {
        if (group > 0) {
          groups.add(group);
          group = 0;
        }
        between++;
        if (separators.indexOf(String.valueOf(c)) < 0) {
          separators.append(c);
        }
      } else {
        break;
      }
    }
    if (group > 0) {
      groups.add(group);
    }
    return new DigitRun(
        start, end, digits.toString(), plus, List.copyOf(groups), separators.toString());
  }

  /// The lengths of the groups: `3-3-4`.
  String shape() {
    StringBuilder shape = new StringBuilder();
    for (int group : groups) {
      shape.append(shape.isEmpty() ? "" : "-").append(group);
    }
    return shape.toString();
  }

  /// A date, or years, or a version.
  boolean date() {
    String shape = shape();
    boolean years = groups.size() > 1 && groups.stream().allMatch(g -> g == 4) && allYears();
    boolean dotted = separators.equals(".") || separators.equals("/") || separators.equals("-");
    return years
        || dotted
            && (shape.equals("2-2-4")
                || shape.equals("1-2-4")
                || shape.equals("2-1-4")
                || shape.equals("1-1-4")
                || shape.equals("4-2-2")
                || shape.equals("4-1-2")
                || shape.equals("4-1-1"))
        || shape.equals("8") && (digits.startsWith("19") || digits.startsWith("20"));
  }

  private boolean allYears() {
    for (int i = 0; i < digits.length(); i += 4) {
      int year = Integer.parseInt(digits.substring(i, Math.min(digits.length(), i + 4)));
      if (year < 1800 || year > 2100) {
        return false;
      }
    }
    return true;
  }

  /// Part of something else: an address, an amount, a code.
  boolean attached(String text) {
    if (start > 0) {
      char before = text.charAt(start - 1);
      if (Character.isLetterOrDigit(before) || "/=_&?#$£€@,%".indexOf(before) >= 0) {
        return true;
      }
    }
    if (end < text.length()) {
      char after = text.charAt(end);
      boolean thousands =
          after == ',' && end + 1 < text.length() && Character.isDigit(text.charAt(end + 1));
      return Character.isLetter(after) || "_@%€$£=".indexOf(after) >= 0 || thousands;
    }
    return false;
  }
}
