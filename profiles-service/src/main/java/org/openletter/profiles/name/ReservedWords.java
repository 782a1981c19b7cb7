package org.openletter.profiles.name;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  private static final Set<String> SHAPES =
      SPEAKING.stream()
          .flatMap(word -> Stream.of(word, word + "s"))
          .map(Skeleton::wide)
          .collect(Collectors.toUnmodifiableSet());

  private ReservedWords() {}

  /// Whether it can be taken for a word with which the site speaks.
  static boolean like(String name) {
    return SHAPES.contains(Skeleton.wide(name));
  }
}
