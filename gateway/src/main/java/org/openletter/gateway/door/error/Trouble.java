package org.openletter.gateway.door.error;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.problem.Problem;
import org.springframework.http.HttpStatus;

/// Something that cannot be done, said to a person.
///
/// @param type the stable word of the problem
/// @param title what happened, in a few words
/// @param sentence what was kept and what to do next
/// @param back where the words are, for somebody who was writing and whose form cannot be shown
///   again in the answer; null when there is nothing to say
/// @param next the words of the button, and where it leads; null when there is nothing to press
/// @param retryIn how long to wait before another try
public record Trouble(
    HttpStatus status,
    String type,
    String title,
    String sentence,
    @Nullable String back,
    @Nullable Next next,
    @Nullable Duration retryIn) {

  private static final Next LETTERS = new Next("See the letters", "/letters");

  /// What to press.
  ///
  /// @param href an address of this site
  public record Next(String words, String href) {}

  /// A trouble without a time to wait.
  public Trouble(
      HttpStatus status, String type, String title, String sentence, @Nullable Next next) {
    this(status, type, title, sentence, null, next, null);
  }

  /// A trouble that ends by itself.
  public Trouble(
      HttpStatus status,
      String type,
      String title,
      String sentence,
      @Nullable Next next,
      @Nullable Duration retryIn) {
    this(status, type, title, sentence, null, next, retryIn);
  }

  /// The same, with where the words are.
  public Trouble keeping(String where) {
    return new Trouble(status, type, title, sentence, where, next, retryIn);
  }

  /// All there is to say when no form comes back with it.
  public String alone() {
    return back == null ? sentence : sentence + " " + back;
  }

  /// How long to wait in whole seconds.
  public Optional<Long> retryAfter() {
    return Optional.ofNullable(retryIn).map(Problem::seconds);
  }

  public static Trouble unreadable() {
    return new Trouble(
        HttpStatus.BAD_REQUEST,
        "unreadable",
        "This could not be read",
        "The browser sent something that makes no sense here. Nothing was changed.",
        "Go back and try again.",
        LETTERS,
        null);
  }

  static Trouble otherType() {
    return new Trouble(
        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
        "media-type",
        "This kind of content is not accepted here",
        "Pages take forms, the API takes JSON as UTF-8. Nothing was changed.",
        LETTERS);
  }

  public static Trouble signInFirst(String from) {
    return new Trouble(
        HttpStatus.UNAUTHORIZED,
        "sign-in-first",
        "Sign in first",
        "This needs an account. You come back here afterwards.",
        new Next("Sign in", from));
  }

  public static Trouble signedOut(String from) {
    return new Trouble(
        HttpStatus.UNAUTHORIZED,
        "signed-out",
        "You were signed out",
        "Your session has ended, because it was long or because something about your account was"
            + " changed. Sign in again and you come back here.",
        new Next("Sign in", from));
  }

  public static Trouble roleMissing() {
    return new Trouble(
        HttpStatus.FORBIDDEN,
        "not-allowed",
        "This is not for you",
        "This page needs a role that your account does not have. Whoever runs this site can give it.",
        LETTERS);
  }

  /// Something written by an account without any role. Whether its name waits, was refused or was
  /// approved a moment ago is known to profiles-service alone.
  public static Trouble mayNotWrite() {
    return new Trouble(
        HttpStatus.FORBIDDEN,
        "not-allowed",
        "Your account cannot write yet",
        "While a name waits for approval, nothing can be written under it; your account page says how"
            + " it stands. Nothing was done. If it was approved a moment ago, send this once more.",
        new Next("Your account", "/me"));
  }

  public static Trouble foreignForm() {
    return new Trouble(
        HttpStatus.FORBIDDEN,
        "foreign-form",
        "This did not come from a page of this site",
        "Nothing was changed. If you did press a button here, go back, load the page again and press"
            + " it once more.",
        LETTERS);
  }

  /// A form of this site whose token is not that of the session: its writer signed in again
  /// elsewhere meanwhile.
  ///
  /// @param handle who is signed in now
  /// @param page where the form is
  public static Trouble staleForm(String handle, String page) {
    return new Trouble(
        HttpStatus.FORBIDDEN,
        "stale-form",
        "Please send this once more",
        "Since you opened this page, somebody signed in again in this browser. Nothing was done yet."
            + " You are signed in as "
            + handle
            + ".",
        "Open the page again, and do it once more.",
        new Next("Open the page again", page),
        null);
  }

  /// A form of this site without any token, of somebody who is signed in: it was shown while nobody
  /// was recognised, most often because the sessions could not be read.
  ///
  /// @param handle who is signed in now
  /// @param page where the form is
  public static Trouble strangersForm(String handle, String page) {
    return new Trouble(
        HttpStatus.FORBIDDEN,
        "stale-form",
        "Please send this once more",
        "This form was shown while you could not be recognised. Nothing was done yet. You are signed in"
            + " as "
            + handle
            + ".",
        "Open the page again, and do it once more.",
        new Next("Open the page again", page),
        null);
  }

  /// An act of somebody whose session has ended.
  public static Trouble notDone(String signIn) {
    return new Trouble(
        HttpStatus.UNAUTHORIZED,
        "signed-out",
        "You are signed out",
        "You were signed out before this arrived, so nothing was done. Sign in, and do it once more.",
        new Next("Sign in", signIn));
  }

  /// A form that is never kept, of somebody whose session has ended.
  public static Trouble notKept(String signIn) {
    return new Trouble(
        HttpStatus.UNAUTHORIZED,
        "signed-out",
        "You are signed out",
        "You were signed out before this arrived, so nothing was done. What you filled in was not"
            + " kept: passwords and files never are. Sign in, and fill it in once more.",
        new Next("Sign in", signIn));
  }

  /// Words that cannot wait for their writer to sign in.
  public static Trouble noRoom(String signIn) {
    return new Trouble(
        HttpStatus.CONFLICT,
        "no-room",
        "This could not be kept",
        "You are signed out, and no more can be kept for later. Nothing was sent. Sign in, then send"
            + " this.",
        "Your words are still in the form: go back to it.",
        new Next("Sign in", signIn),
        null);
  }

  /// Words of somebody who is signed in, and for whom too many wait already.
  public static Trouble tooMuchKept() {
    return new Trouble(
        HttpStatus.CONFLICT,
        "no-room",
        "This could not be kept",
        "More waits for you already than can be kept. Send or throw away some of it, then send this.",
        "Your words are still in the form: go back to it.",
        new Next("See what is kept", "/kept"),
        null);
  }

  /// A browser that does not bring back what it is given.
  public static Trouble noCookies() {
    return new Trouble(
        HttpStatus.BAD_REQUEST,
        "no-cookies",
        "Your browser keeps no cookies",
        "Nothing was sent. Signing in needs one cookie, and your words are kept under it meanwhile."
            + " Allow cookies for this site, or keep a copy of your words first.",
        "Your words are still in the form: go back to it.",
        null,
        null);
  }

  public static Trouble nothingHere() {
    return new Trouble(
        HttpStatus.NOT_FOUND,
        "not-found",
        "There is nothing here",
        "The address may have a slip in it, or what was here is not public.",
        LETTERS);
  }

  public static Trouble wrongMethod() {
    return new Trouble(
        HttpStatus.METHOD_NOT_ALLOWED,
        "method",
        "This address does not do that",
        "Nothing was changed. Go back to the page you came from.",
        LETTERS);
  }

  public static Trouble withdrawn(String sentence) {
    return new Trouble(
        HttpStatus.GONE, "withdrawn", "This is not here any more", sentence, LETTERS);
  }

  public static Trouble tooLarge(long limitBytes) {
    return new Trouble(
        HttpStatus.CONTENT_TOO_LARGE,
        "too-large",
        "This is too large",
        "At most %d kB are accepted here. Nothing was changed.".formatted(limitBytes / 1024),
        "Your text is still in the form you came from: go back and shorten it.",
        null,
        null);
  }

  public static Trouble tooMany(Duration wait) {
    return new Trouble(
        HttpStatus.TOO_MANY_REQUESTS,
        "too-many",
        "That was a lot at once",
        "Many requests came from where you are. Wait %s, then try again."
            .formatted(Waiting.inWords(wait)),
        "What you wrote is still in the form: go back to it.",
        null,
        wait);
  }

  public static Trouble ourFault() {
    return new Trouble(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "unforeseen",
        "Something went wrong on our side",
        "It was noted.",
        "If you were writing, your words are still in the form: go back, keep a copy and try again.",
        LETTERS,
        null);
  }

  /// A change by the API that was sent with a token that counts no longer since a moment.
  public static Trouble sendAgain() {
    return new Trouble(
        HttpStatus.CONFLICT,
        "send-again",
        "Please send this once more",
        "Something about your account was changed a moment ago, so a service did not take this."
            + " Nothing was done. Send it again.",
        LETTERS,
        Duration.ofSeconds(1));
  }

  public static Trouble noAnswer() {
    return new Trouble(
        HttpStatus.SERVICE_UNAVAILABLE,
        "no-answer",
        "A part of this site does not answer",
        "This page needs it. Try again in a minute.",
        "If you were writing, your words are still in the form: go back to it.",
        LETTERS,
        Duration.ofSeconds(5));
  }
}
