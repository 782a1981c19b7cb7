package org.openletter.gateway.own.inbox;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.look.reason.ReasonWords;
import org.openletter.gateway.neighbour.profiles.Told;

/// The words for each kind of notice and where it leads. A new kind is a line here and one at its
/// sender; a kind that is not known here is told without saying what it is.
final class NoticeWords {

  private NoticeWords() {}

  static Notice of(Told told) {
    // Worded by its sender, before notices were kinds and parameters.
    String sentence = told.given("sentence");
    Words words = sentence == null ? words(told) : asStored(told, sentence);
    return new Notice(
        told.id(), words.sentence(), words.detail(), words.href(), told.at(), told.readAt());
  }

  private record Words(String sentence, @Nullable String detail, @Nullable String href) {

    static Words of(String sentence, @Nullable String href) {
      return new Words(sentence, null, href);
    }
  }

  private static Words words(Told told) {
    return switch (told.kind()) {
      case "response-held" -> held(told);
      case "response-published" ->
          Words.of("Your %s is public.".formatted(response(told)), told.commentHref());
      case "response-removed" -> removed(told);
      case "reply" -> reply(told);
      case "new-response" -> newResponse(told);
      case "waiting" -> waiting(told);
      case "imported-waiting" -> importedWaiting(told);
      case "name-waits" ->
          Words.of(
              told.count() > 1
                  ? told.count() + " names came in that wait for approval."
                  : "A name waits for your approval.",
              "/admin/people?waiting=true");
      case "name-approved" ->
          Words.of(
              "Your name was approved: everybody sees you as “%s” now. You can write."
                  .formatted(told.given("name", "")),
              "/");
      case "name-compared" ->
          Words.of(
              "Your name could be compared now, and nothing is in its way: everybody sees you as"
                  + " “%s”. You can write.".formatted(told.given("name", "")),
              "/");
      case "name-refused" ->
          Words.of(
              "The name “%s” was not approved, because it can be taken for somebody else's. Everybody"
                      .formatted(told.given("wanted", ""))
                  + " sees you as “%s”. Keep that name or choose another, and you can write at once."
                      .formatted(told.given("name", "")),
              "/me");
      case "handle-refused" ->
          Words.of(
              "Your handle %s was not approved, because it can be taken for somebody else's. A handle"
                      .formatted(told.given("handle", ""))
                  + " stays as it is: to write, make another account with another handle.",
              "/me");
      case "roles" -> Words.of("An admin changed your roles: " + roles(told), "/me");
      case "password-recovered" ->
          Words.of(
              "Your password was changed with your recovery code. If it was not you, make a new code"
                  + " and password now.",
              "/me");
      default -> unknown(told);
    };
  }

  private static Words held(Told told) {
    String reason = told.given("reason", "");
    String sentence =
        told.says("what", "change")
            ? "Your %s waits. The old words stay public."
            : reason.equals("screening-pending")
                ? "Your %s is kept and will be checked."
                : "Your %s waits for its writer.";
    return new Words(
        sentence.formatted(response(told)), ReasonWords.waiting(reason), told.commentHref());
  }

  private static Words removed(Told told) {
    String label = ReasonWords.removal(told.given("reason", ""));
    String because = label == null ? "" : ": " + label;
    return new Words(
        "Your %s was removed by the writer of this letter%s.".formatted(response(told), because),
        told.given("words"),
        "/me/comments");
  }

  private static Words reply(Told told) {
    return Words.of(
        told.count() > 1
            ? "%d replies to your %s.".formatted(told.count(), response(told))
            : "%s replied to your %s.".formatted(by(told), response(told)),
        told.commentHref());
  }

  private static Words newResponse(Told told) {
    String href = told.letterHref();
    return Words.of(
        told.count() > 1
            ? "%d new responses to %s.".formatted(told.count(), letter(told))
            : "%s responded to %s.".formatted(by(told), letter(told)),
        href == null ? null : href + "#thread");
  }

  private static Words waiting(Told told) {
    return Words.of(
        told.count() > 1
            ? "%d responses to %s were held for you.".formatted(told.count(), letter(told))
            : "A response to %s was held for you.".formatted(letter(told)),
        "/studio/queue");
  }

  // One notice for each file part: how many came in all is no longer known when it has grown.
  private static Words importedWaiting(Told told) {
    String responses = told.given("responses", "");
    String which =
        told.count() > 1
            ? "Responses that came with %s were"
            : responses.equals("1")
                ? "1 response that came with %s was"
                : responses + " responses that came with %s were";
    return Words.of(which.formatted(letter(told)) + " held for you.", "/studio/queue");
  }

  private static Words unknown(Told told) {
    String href = told.commentHref();
    return Words.of(
        "Something happened that concerns you. This page has no words for it yet.",
        href == null ? told.letterHref() : href);
  }

  private static Words asStored(Told told, String sentence) {
    String many = told.given("many");
    return new Words(
        told.count() > 1 && many != null
            ? many.replace("{count}", Integer.toString(told.count()))
            : sentence,
        told.given("detail"),
        told.given("href"));
  }

  private static String response(Told told) {
    return (told.says("what", "change") ? "change of a response to " : "response to ")
        + letter(told);
  }

  private static String by(Told told) {
    return told.given("by", "Somebody");
  }

  private static String roles(Told told) {
    List<String> roles = List.of(told.given("roles", "").split(" ", -1));
    boolean moderator = roles.contains("moderator");
    return roles.contains("admin")
        ? moderator
            ? "you are a moderator and an admin of this site now."
            : "you are an admin of this site now."
        : moderator
            ? "you are a moderator of this site now."
            : "you are a member like everybody else now.";
  }

  private static String letter(Told told) {
    String title = told.given("title", "");
    return title.isEmpty() ? "a letter" : "“" + title + "”";
  }
}
