package org.openletter.comments;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;
import static org.springframework.http.HttpStatus.TOO_MANY_REQUESTS;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.problem.Problem;
import org.openletter.platform.problem.Refusal;

/// All that this service refuses, each with its answer.
public final class CommentsRefusals {

  /// Nothing that this viewer sees.
  public static final Refusal NOTHING_PUBLIC =
      Refusal.of(NOT_FOUND, "not-found", "There is nothing public at this address.");

  public static final Refusal NO_PUBLIC_LETTER =
      Refusal.of(NOT_FOUND, "not-found", "There is no public letter here.");

  public static final Refusal NO_LETTER =
      Refusal.of(NOT_FOUND, "not-found", "There is no such letter.");

  public static final Refusal NO_LETTER_OF_YOURS =
      Refusal.of(NOT_FOUND, "not-found", "There is no letter of yours here.");

  public static final Refusal NO_RESPONSE_OF_YOURS =
      Refusal.of(NOT_FOUND, "not-found", "There is no response of yours here.");

  public static final Refusal NO_RESPONSE_TO_YOU =
      Refusal.of(NOT_FOUND, "not-found", "There is no response on a letter of yours here.");

  public static final Refusal NO_PAGE_OF_CONVERSATION =
      Refusal.of(
          BAD_REQUEST,
          "bad-cursor",
          "This is not a page of this conversation. Start at its first page.");

  public static final Refusal NO_PAGE_OF_QUEUE =
      Refusal.of(
          BAD_REQUEST, "bad-cursor", "This is not a page of your queue. Start at its first page.");

  public static final Refusal NO_VERSION =
      Refusal.field(
          "version",
          "Say which version of the response you saw: “version” of the answer that showed it.");

  /// The key was used for other words; `first` shows them, where they are still to be seen.
  public static final Refusal OTHER_TEXT =
      Refusal.of(
          CONFLICT,
          "other-text-same-key",
          "This form was sent before with other words. Open it again to send these.");

  public static final Refusal EDIT_WINDOW_OVER =
      Refusal.of(
          CONFLICT,
          "edit-window-over",
          "A response can be changed only shortly after it was written. You can withdraw it and"
              + " write another.");

  /// To its author: somebody decided about it meanwhile.
  public static final Refusal REMOVED =
      Refusal.of(
          CONFLICT,
          "response-removed",
          "This response was removed meanwhile. The reason is under your responses.");

  /// To its author: the words are not those she saw; `newer` shows them.
  public static final Refusal OTHER_WORDS =
      Refusal.of(
          CONFLICT,
          "response-changed",
          "This response was changed since you opened it, in another window or on another device."
              + " Nothing was done.");

  /// To who decides: it is not what she saw; `newer` shows it.
  public static final Refusal CHANGED_SINCE =
      Refusal.of(
          CONFLICT,
          "response-changed",
          "This response changed since you looked at it, so nothing was decided. Look at it as it is"
              + " now and decide again.");

  /// It kept changing meanwhile.
  public static final Refusal BUSY =
      Refusal.of(
              SERVICE_UNAVAILABLE,
              Problem.BUSY,
              "This response is changing right now, so nothing was done. Try again in a moment.")
          .retryAfter(Duration.ofSeconds(1));

  /// To who decides: its author took it back.
  public static final Refusal WITHDRAWN =
      Refusal.of(CONFLICT, "withdrawn", "Its writer took this response back meanwhile.");

  /// Nothing is shown before it was screened, not even by hand.
  public static final Refusal NOT_CHECKED_YET =
      Refusal.of(
          CONFLICT,
          "not-checked-yet",
          "This response was not checked yet, because the service that checks them does not"
              + " answer. Nothing is shown before that. You can remove it.");

  /// Nobody ever had to decide.
  public static final Refusal PUBLIC_ALREADY =
      Refusal.of(CONFLICT, "decided-before", "This response is public already.");

  /// It was undone before, or its author did something since.
  public static final Refusal NOTHING_TO_UNDO =
      Refusal.of(CONFLICT, "nothing-to-undo", "There is no decision to take back here.");

  public static final Refusal UNDO_OVER =
      Refusal.of(
          CONFLICT,
          "undo-over",
          "A decision can be taken back only shortly after it was made. You can decide anew.");

  /// Somebody changed the settings meanwhile; `newer` holds them.
  public static final Refusal THREAD_CHANGED =
      Refusal.of(
          CONFLICT,
          "thread-changed",
          "These settings were changed meanwhile. Look at them and save again.");

  /// To a batch of an import: nobody can say right now whether there is this letter.
  public static final Refusal LETTER_UNKNOWN =
      Refusal.of(
              SERVICE_UNAVAILABLE,
              "no-answer",
              "Whether there is such a letter is not known right now.")
          .retryAfter(Duration.ofSeconds(2));

  private CommentsRefusals() {}

  /// Whether there is such a public letter cannot be said right now.
  ///
  /// @param silent the service that does not answer
  public static Refusal notSent(String silent) {
    return Refusal.of(
            SERVICE_UNAVAILABLE,
            "no-answer",
            "Your response was not sent: the part of this site that keeps the %s does not answer."
                    .formatted(silent.equals("profiles-service") ? "accounts" : "letters")
                + " Your words are kept here. Try again in a minute.")
        .with("service", silent)
        .retryAfter(Problem.SOON);
  }

  /// Nobody can respond to this letter any more.
  ///
  /// @param closesAt when it was set to close; null when the writer of the letter closed it
  public static Refusal closed(@Nullable Instant closesAt) {
    return closesAt == null
        ? Refusal.of(
            CONFLICT,
            "letter-closed",
            "The writer of this letter has closed the responses. Your words are kept here.")
        : Refusal.of(
                CONFLICT,
                "letter-closed",
                "Responses to this letter are closed. Your words are kept here.")
            .with("closesAt", closesAt);
  }

  public static Refusal tooFast(Duration wait) {
    return Refusal.of(
            TOO_MANY_REQUESTS,
            "too-fast",
            "That is more than one person may write in this time. Your words are kept here. Send"
                + " them again %s.".formatted(in(wait)))
        .retryAfter(wait);
  }

  /// Somebody decided before, in another window or on another device.
  ///
  /// @param act what was decided, in a word of the past
  public static Refusal decidedBefore(String act) {
    return Refusal.of(
        CONFLICT, "decided-before", "You decided this before: it was %s.".formatted(act));
  }

  public static Refusal tooManyLetters(int most) {
    return Refusal.of(BAD_REQUEST, "too-many", "Ask for at most " + most + " letters.");
  }

  public static Refusal tooLargeBatch(int most) {
    return Refusal.field("comments", "A batch has an eventId and at most " + most + " comments.");
  }

  private static String in(Duration wait) {
    long minutes = wait.plusSeconds(59).toMinutes();
    return minutes <= 1
        ? "in a minute"
        : minutes < 120 ? "in " + minutes + " minutes" : "in " + minutes / 60 + " hours";
  }
}
