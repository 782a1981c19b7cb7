package org.openletter.gateway.door.error;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.door.error.Trouble.Next;
import org.openletter.platform.problem.NoAnswer;
import org.openletter.platform.problem.Problem;
import org.springframework.http.HttpStatus;

/// Says what does not answer, in words of this site.
public final class Away {

  private static final String WITHOUT_TOKEN = Away.class.getName() + ".withoutToken";

  private Away() {}

  /// One clause: "the part that keeps letters (posts-service) does not answer".
  public static String clause(NoAnswer noAnswer) {
    String service = named(noAnswer.service());
    String part =
        switch (service) {
          case "posts-service" -> "the part that keeps letters";
          case "comments-service" -> "the part that keeps responses";
          case "profiles-service" -> "the part that keeps accounts";
          case "moderation-service" -> "the part that looks over responses";
          case "gateway" -> "the part that knows who is signed in";
          default -> "a part of this site";
        };
    return (noAnswer.ofDatabase() ? "the database of " : "")
        + part
        + " ("
        + service
        + ") does not answer";
  }

  // Writing a response has a limit of its own and so a client of its own; the service is the same.
  private static String named(String client) {
    return client.equals("comments-writing") ? "comments-service" : client;
  }

  /// The same with a capital letter and a full stop.
  public static String sentence(NoAnswer noAnswer) {
    String clause = clause(noAnswer);
    return Character.toUpperCase(clause.charAt(0)) + clause.substring(1) + ".";
  }

  /// What to say when something was sent and nobody knows whether it arrived. Every act carries a
  /// key or the version that was seen, so doing it again never does it twice.
  ///
  /// @param done what was to be: "saved", "sent"
  /// @param kept where the words are now
  public static String unsure(NoAnswer noAnswer, String done, String kept) {
    return "It is not known whether this was "
        + done
        + ": "
        + clause(noAnswer)
        + ". "
        + kept
        + (kept.isEmpty() ? "" : " ")
        + "Try again in a minute.";
  }

  /// Remembers with a request that its person has no token, because profiles-service gives none. A
  /// refusal for want of one is then no news about her session.
  public static void withoutToken(HttpServletRequest request) {
    request.setAttribute(WITHOUT_TOKEN, true);
  }

  static boolean isWithoutToken(HttpServletRequest request) {
    return request.getAttribute(WITHOUT_TOKEN) != null;
  }

  /// profiles-service gave no token.
  public static NoAnswer noToken() {
    return new NoAnswer("profiles-service", "no fresh token of a person");
  }

  /// The trouble of a request that needed it.
  public static Trouble trouble(NoAnswer noAnswer, HttpServletRequest request) {
    boolean reads = Asked.onlyReads(request);
    return new Trouble(
        HttpStatus.SERVICE_UNAVAILABLE,
        noAnswer.ofDatabase() ? Problem.DATABASE_AWAY : "no-answer",
        "A part of this site does not answer",
        sentence(noAnswer)
            + (Asked.toSignIn(request)
                ? " Signing in does not work right now: try again in a minute."
                : reads
                    ? " Try again in a minute."
                    : " Whether what you sent arrived is not known: look in a minute, and send it"
                        + " again if it did not."),
        next(noAnswer, request),
        Problem.SOON);
  }

  // Whoever is on the way to an account goes on there.
  private static @Nullable Next next(NoAnswer noAnswer, HttpServletRequest request) {
    String path = Asked.path(request);
    String page = Asked.page(request);
    if (Asked.toSignIn(request) && !page.startsWith("/id/")) {
      return new Next("Try again", path.equals("/sign-in") ? page : "/sign-in");
    }
    return path.startsWith("/id/") && page.startsWith("/id/")
        ? new Next("Try again", page)
        : next(noAnswer);
  }

  // No way out through the door that is shut.
  private static @Nullable Next next(NoAnswer noAnswer) {
    return switch (noAnswer.service()) {
      case "posts-service", "gateway" -> null;
      default -> new Next("See the letters", "/letters");
    };
  }
}
