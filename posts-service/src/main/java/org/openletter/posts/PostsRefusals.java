package org.openletter.posts;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.CONTENT_TOO_LARGE;
import static org.springframework.http.HttpStatus.GONE;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;
import static org.springframework.http.HttpStatus.TOO_MANY_REQUESTS;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import java.time.Duration;
import org.openletter.platform.problem.Problem;
import org.openletter.platform.problem.Refusal;

/// All that this service refuses, each with its answer.
public final class PostsRefusals {

  private static final Duration A_MOMENT = Duration.ofSeconds(1);

  /// There is none, it is somebody else's, or it never was public.
  public static final Refusal NO_SUCH_LETTER =
      Refusal.of(NOT_FOUND, "no-such-letter", "There is no such letter.");

  /// To readers: it was public once.
  public static final Refusal WITHDRAWN =
      Refusal.of(GONE, "letter-withdrawn", "The writer of this letter has withdrawn it.");

  /// To its writer.
  public static final Refusal STAYS_WITHDRAWN =
      Refusal.of(
          CONFLICT,
          "letter-withdrawn",
          "This letter was withdrawn and stays so. You can copy its text into a new one.");

  public static final Refusal NOT_PUBLIC =
      Refusal.of(CONFLICT, "not-public", "This letter is a draft. Nobody else can see it.");

  public static final Refusal ONCE_PUBLIC =
      Refusal.of(
          CONFLICT,
          "once-public",
          "This letter has been public, so it is withdrawn instead of thrown away.");

  /// She has not seen the text of now; `newer` holds it.
  public static final Refusal CHANGED =
      Refusal.of(
          CONFLICT,
          "letter-changed",
          "This letter was changed elsewhere, perhaps in another window. Compare the two texts first.");

  /// It was changed again and again meanwhile.
  public static final Refusal BUSY =
      Refusal.of(
              SERVICE_UNAVAILABLE,
              Problem.BUSY,
              "This letter is being changed elsewhere, so nothing was done. Try again in a moment.")
          .retryAfter(A_MOMENT);

  public static final Refusal NO_VERSION =
      Refusal.field("version", "Say which version you have seen.");

  public static final Refusal NO_KEY =
      Refusal.field("key", "A new letter needs a key of 1 to 100 characters.");

  /// The key was used for a letter with another text.
  public static final Refusal OTHER_TEXT =
      Refusal.of(
          CONFLICT,
          "other-text-same-key",
          "This form was already used for another letter. Open a new one and paste the text.");

  public static final Refusal TWO_PREVIEWS =
      Refusal.of(
              TOO_MANY_REQUESTS, "two-at-a-time", "Two previews are already on their way to you.")
          .retryAfter(A_MOMENT);

  /// There is none, it is somebody else's, or its time is over.
  public static final Refusal NO_SUCH_IMPORT =
      Refusal.of(
          NOT_FOUND,
          "no-such-import",
          "There is no such file. Files are kept for a day; choose it again.");

  /// The time of the file ended in this moment, before all that was chosen could be kept.
  public static final Refusal IMPORT_JUST_ENDED =
      Refusal.of(
          NOT_FOUND,
          "no-such-import",
          "The day for which the file was kept ended just now, so nothing of this choice was"
              + " brought in. Choose the file again.");

  public static final Refusal NOTHING_CHOSEN =
      Refusal.field("letters", "Choose at least one letter of the file.");

  /// What was chosen before has to be here first.
  public static final Refusal STILL_BRINGING_IN =
      Refusal.of(
          CONFLICT,
          "bringing-in",
          "What you chose before is still on its way. Wait until it is here, then choose more.");

  /// One of its letters can be read by everybody.
  public static final Refusal PARTLY_PUBLIC =
      Refusal.of(
          CONFLICT,
          "bringing-in",
          "One of its letters is published already, so it is not taken back. Wait until all of it is"
              + " here, then discard the drafts that you do not want.");

  /// The last of it arrived in this moment.
  public static final Refusal JUST_BROUGHT_IN =
      Refusal.of(
          CONFLICT,
          "bringing-in",
          "The last of it has just arrived. Discard the drafts that you do not want.");

  /// Letters of it were chosen after she looked.
  public static final Refusal IMPORT_CHANGED =
      Refusal.of(
          CONFLICT,
          "import-changed",
          "Letters of this file were chosen after you opened this page, so it was left as it is."
              + " Look at how far it is, then decide.");

  public static final Refusal NOTHING_SEEN = Refusal.field("seen", "Say what you have seen of it.");

  public static final Refusal TWO_FILES =
      Refusal.of(
              TOO_MANY_REQUESTS,
              "two-at-a-time",
              "Two of your files are already being read. Wait until one is done.")
          .retryAfter(Duration.ofSeconds(10));

  /// Other people's files are being read.
  public static final Refusal OTHER_FILES =
      Refusal.of(
              SERVICE_UNAVAILABLE,
              Problem.BUSY,
              "Other people are bringing in letters right now. Try again in a minute.")
          .retryAfter(Duration.ofMinutes(1));

  public static final Refusal TOO_MANY_NAMES =
      Refusal.field("keys", "Ask for at most 8 keys of at most 400 characters.");

  private PostsRefusals() {}

  /// She has as many drafts as one person can have.
  public static Refusal tooManyDrafts(int most) {
    return Refusal.of(
        CONFLICT,
        "too-many-drafts",
        "You have %d drafts, as many as one person can keep here. Publish or discard one first."
            .formatted(most));
  }

  /// She has published as many letters as one person may.
  public static Refusal enoughForToday(Duration wait) {
    return Refusal.of(
            TOO_MANY_REQUESTS,
            "enough-for-today",
            "You have published as many letters as one person may in a day. Your draft is kept.")
        .retryAfter(wait);
  }

  /// More letters than one choice takes.
  public static Refusal tooManyChosen(int most) {
    return Refusal.field(
        "letters", "Choose at most %d letters at once; the others can follow.".formatted(most));
  }

  public static Refusal fileTooLarge(long megabytes) {
    return Refusal.of(
        CONTENT_TOO_LARGE,
        "file-too-large",
        "This file is larger than the %d MB that can be brought in. Nothing was changed. Export"
                .formatted(megabytes)
            + " fewer letters at once; pictures are not needed.");
  }

  /// A file that is not taken, and nothing of it was kept.
  ///
  /// @param type what is wrong with it
  /// @param sentence what a person can do about it
  public static Refusal file(String type, String sentence) {
    return Refusal.of(UNPROCESSABLE_CONTENT, type, sentence + " Nothing was changed.");
  }
}
