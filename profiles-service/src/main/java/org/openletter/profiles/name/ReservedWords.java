package org.openletter.profiles.name;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openletter.platform.text.Lookalike;

/// Words that belong to the site.
final class ReservedWords {

  // Words with which somebody would speak for the site.
  private static final List<String> SPEAKING =
      List.of(
          "abuse",
          "admin",
          "administration",
          "administrator",
          "deleted",
          "editor",
          "editorial",
          "help",
          "helpdesk",
          "legal",
          "mod",
          "moderation",
          "moderator",
          "official",
          "openletter",
          "operator",
          "owner",
          "postmaster",
          "press",
          "privacy",
          "root",
          "security",
          "staff",
          "superuser",
          "support",
          "sysadmin",
          "system",
          "team",
          "webmaster");

  // Words that are parts of addresses, or mean nobody.
  private static final List<String> TECHNICAL =
      List.of(
          "about",
          "account",
          "accounts",
          "actuator",
          "anonymous",
          "api",
          "appeals",
          "assets",
          "auth",
          "blog",
          "comments",
          "config",
          "connect",
          "css",
          "decisions",
          "demo",
          "everyone",
          "false",
          "feed",
          "feeds",
          "fonts",
          "guest",
          "home",
          "host",
          "http",
          "https",
          "images",
          "imports",
          "inbox",
          "index",
          "info",
          "internal",
          "js",
          "legal-name",
          "letter",
          "letters",
          "localhost",
          "login",
          "logout",
          "mail",
          "me",
          "mine",
          "new",
          "news",
          "nobody",
          "none",
          "null",
          "oauth2",
          "people",
          "preview",
          "problems",
          "profile",
          "profiles",
          "queue",
          "recovery",
          "register",
          "reports",
          "robots",
          "rules",
          "search",
          "settings",
          "setup",
          "sign-in",
          "sign-out",
          "sign-up",
          "signin",
          "signout",
          "signup",
          "sitemap",
          "static",
          "status",
          "studio",
          "tags",
          "test",
          "threads",
          "true",
          "undefined",
          "unknown",
          "user",
          "users",
          "void",
          "well-known",
          "writer",
          "www",
          "you");

  /// Handles that nobody gets.
  static final Set<String> HANDLES =
      Stream.concat(SPEAKING.stream(), TECHNICAL.stream()).collect(Collectors.toUnmodifiableSet());

  // Words that say nothing beside those with which the site speaks.
  private static final Set<String> FILLING =
      Stream.of(
              "a",
              "account",
              "an",
              "and",
              "at",
              "by",
              "desk",
              "for",
              "from",
              "of",
              "on",
              "our",
              "service",
              "services",
              "site",
              "the",
              "this",
              "your")
          .map(Lookalike::wide)
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<String> SHAPES =
      SPEAKING.stream()
          .flatMap(word -> Stream.of(word, word + "s"))
          .map(Lookalike::wide)
          .collect(Collectors.toUnmodifiableSet());

  private static final int LONGEST = SHAPES.stream().mapToInt(String::length).max().orElseThrow();

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s\\p{P}]+");

  private static final Pattern NUMBERED = Pattern.compile("^\\p{Nd}+|\\p{Nd}+$");

  private ReservedWords() {}

  /// Whether somebody of this name would seem to speak for the site: all that it says are words of
  /// the site, one or several, with or without spaces, numbers and small words between them.
  /// "Openletter Support 2" is as bad as "Support"; "Supporter of libraries" is not.
  static boolean speaks(String name) {
    if (madeOfThem(Lookalike.wide(name)) || madeOfThem(unnumbered(name))) {
      return true;
    }
    List<String> words =
        BETWEEN_WORDS
            .splitAsStream(name)
            .map(ReservedWords::unnumbered)
            .filter(word -> !word.isEmpty() && !FILLING.contains(word))
            .toList();
    return !words.isEmpty() && words.stream().allMatch(ReservedWords::madeOfThem);
  }

  private static String unnumbered(String word) {
    return Lookalike.wide(NUMBERED.matcher(word).replaceAll(""));
  }

  // Whether it can be cut into words of the site without a rest.
  private static boolean madeOfThem(String key) {
    boolean[] reached = new boolean[key.length() + 1];
    reached[0] = true;
    for (int end = 1; end <= key.length(); end++) {
      for (int start = Math.max(0, end - LONGEST); start < end && !reached[end]; start++) {
        reached[end] = reached[start] && SHAPES.contains(key.substring(start, end));
      }
    }
    return !key.isEmpty() && reached[key.length()];
  }
}
