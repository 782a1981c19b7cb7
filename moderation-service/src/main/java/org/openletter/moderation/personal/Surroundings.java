package org.openletter.moderation.personal;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.StringTokenizer;

/// The words around a passage, which tell whose it is.
final class Surroundings {

  private static final int REACH = 70;

  private static final String SPACES = " \t\n.,;:!?()[]\"“”'’/";

  private static final Set<String> HELP =
      Set.of(
          "helpline",
          "hotline",
          "lifeline",
          "helplines",
          "hotlines",
          "crisis",
          "samaritans",
          "emergency",
          "police",
          "ambulance",
          "clinic",
          "legal",
          "charity",
          "union",
          "office",
          "switchboard",
          "shelter",
          "toll-free",
          "freephone",
          "line");

  private static final Set<String> PERSONS =
      Set.of(
          "my",
          "me",
          "her",
          "his",
          "their",
          "she",
          "he",
          "him",
          "wife",
          "husband",
          "ex",
          "daughter",
          "son",
          "mother",
          "father",
          "sister",
          "brother",
          "boyfriend",
          "girlfriend");

  private static final Set<String> CALLS =
      Set.of(
          "call",
          "phone",
          "telephone",
          "tel",
          "number",
          "numbers",
          "no",
          "whatsapp",
          "mobile",
          "cell",
          "cellphone",
          "text",
          "ring",
          "sms",
          "contact",
          "reach",
          "dial",
          "fone",
          "nr",
          "telefon",
          "handy",
          "teléfono",
          "tél",
          "telefone",
          "numer",
          "nommer",
          "inombolo");

  private static final Set<String> LIVING =
      Set.of(
          "lives",
          "live",
          "living",
          "lived",
          "address",
          "home",
          "house",
          "flat",
          "apartment",
          "stays",
          "resides",
          "neighbour",
          "neighbor",
          "find",
          "visit",
          "moved",
          "street");

  private final Set<String> before;
  private final Set<String> after;

  private Surroundings(Set<String> before, Set<String> after) {
    this.before = before;
    this.after = after;
  }

  static Surroundings of(String text, int start, int end) {
    return new Surroundings(
        words(text.substring(Math.max(0, start - REACH), start)),
        words(text.substring(end, Math.min(text.length(), end + REACH))));
  }

  /// A line that many may call, and nobody's own.
  boolean helpLine() {
    return both(HELP) && !both(PERSONS);
  }

  boolean aPerson() {
    return both(PERSONS);
  }

  boolean aCall() {
    return both(CALLS);
  }

  boolean aHome() {
    return before.stream().anyMatch(LIVING::contains) && both(PERSONS)
        || before.contains("address")
        || before.contains("lives");
  }

  private boolean both(Set<String> words) {
    return before.stream().anyMatch(words::contains) || after.stream().anyMatch(words::contains);
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    StringTokenizer tokens = new StringTokenizer(text.toLowerCase(Locale.ROOT), SPACES);
    while (tokens.hasMoreTokens()) {
      words.add(tokens.nextToken());
    }
    return words;
  }
}
