package org.openletter.gateway.door.form;

import static org.openletter.gateway.door.form.Field.chosen;
import static org.openletter.gateway.door.form.Field.hidden;
import static org.openletter.gateway.door.form.Field.line;
import static org.openletter.gateway.door.form.Field.words;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Every form that may be kept or shown again, and of each the fields that may. A form that is not
/// here, such as one with a password, never comes back, and neither does a field that is not: so a
/// new secret is safe before anybody thinks of it. A new form with words needs an entry.
public enum Form {
  RESPONSE(
      "A response",
      "/letters/LETTER/comments",
      "Send response",
      Keeping.KEPT,
      hidden("key"),
      hidden("parentId"),
      hidden("on"),
      hidden("rule"),
      words("text", "Your response")),
  /// The same on a page that was made for strangers.
  STRANGERS_RESPONSE(
      "A response",
      "/letters/LETTER/draft-comment",
      "Sign in and send",
      Keeping.KEPT,
      hidden("key"),
      hidden("parentId"),
      hidden("on"),
      words("text", "Your response")),
  CHANGED_RESPONSE(
      "A change of your response",
      "/letters/LETTER/comments/COMMENT/edit",
      "Save the change",
      Keeping.KEPT,
      hidden("version"),
      words("text", "Your response")),
  LETTER(
      "A letter",
      "/studio/letters(?:/LETTER)?",
      "Save draft",
      Keeping.KEPT,
      hidden("version"),
      hidden("key"),
      hidden("was"),
      hidden("dated"),
      hidden("apart"),
      line("addressee", "To"),
      line("title", "Title"),
      words("body", "Letter"),
      line("byline", "Written by"),
      line("disclaimer", "Disclaimer"),
      line("topics", "Topics"),
      chosen("language", "Language")),
  PROFILE(
      "What everybody sees of you",
      "/me/profile",
      "Save",
      Keeping.KEPT,
      hidden("version"),
      line("name", "Display name"),
      words("bio", "About you")),
  DECISION(
      "A decision about a response",
      "/studio/queue/LETTER/COMMENT/decision",
      "Decide",
      Keeping.KEPT,
      hidden("version"),
      hidden("then"),
      chosen("act", "What"),
      chosen("reason", "Why"),
      words("words", "In your own words")),
  CONVERSATION(
      "How a conversation is held",
      "/studio/letters/LETTER/thread",
      "Save",
      Keeping.KEPT,
      hidden("version"),
      chosen("mode", "Responses"),
      line("closesOn", "Last day for responses"),
      words("rules", "House rules for this letter")),
  IMPORT(
      "Bringing in a letter",
      "/studio/imports/FILE/confirmation",
      "Bring it in",
      Keeping.KEPT,
      hidden("letters"),
      hidden("initials"),
      hidden("seen")),
  LEAVE_KEY(
      "The key that leaves a page",
      "/me/leave-key",
      "Change it",
      Keeping.SHOWN,
      chosen("off", "Switched off")),
  CONTACT(
      "How people reach the site",
      "/admin/contact",
      "Save",
      Keeping.KEPT,
      hidden("version"),
      words("words", "Words")),
  ROLES(
      "Roles",
      "/admin/people/HANDLE/roles",
      "Save",
      Keeping.SHOWN,
      hidden("version"),
      chosen("role", "Roles")),
  APPROVAL(
      "A name that waits",
      "/admin/people/HANDLE/approval",
      "Decide",
      Keeping.SHOWN,
      hidden("version"),
      chosen("approved", "Approved")),
  UNDO(
      "A decision",
      "/studio/queue/LETTER/COMMENT/undo",
      "Undo it",
      Keeping.SHOWN,
      hidden("version")),
  PUBLICATION(
      "A letter",
      "/studio/letters/LETTER/publication",
      "Publish",
      Keeping.SHOWN,
      hidden("version")),
  RESTORED_VERSION(
      "An earlier version",
      "/studio/letters/LETTER/versions/[0-9]{1,9}/restoration",
      "Restore it",
      Keeping.SHOWN,
      hidden("version")),
  WITHDRAWN_LETTER(
      "A letter",
      "/studio/letters/LETTER/withdrawal",
      "Withdraw it",
      Keeping.SHOWN,
      hidden("version")),
  DISCARDED_LETTER(
      "A draft", "/studio/letters/LETTER/discard", "Discard it", Keeping.SHOWN, hidden("version")),
  WITHDRAWN_RESPONSE(
      "A response",
      "/letters/LETTER/comments/COMMENT/withdrawal",
      "Withdraw it",
      Keeping.SHOWN,
      hidden("version")),
  CANCELLED_IMPORT(
      "A file",
      "/studio/imports/FILE/cancel",
      "Choose another file",
      Keeping.SHOWN,
      hidden("seen")),
  INBOX("Your inbox", "/inbox/read", "Mark all as read", Keeping.SHOWN, hidden("until")),
  SIGN_OUT("Signing out", "/sign-out", "Sign out", Keeping.SHOWN);

  private final String title;
  private final Pattern address;
  private final String button;
  private final Keeping keeping;

  // A copy that nobody can change.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<Field> fields;

  /// How long what stands in a form is held.
  enum Keeping {
    /// In the session, until its writer is signed in again: it has words.
    KEPT,
    /// In the answer to it, and nowhere else: one press that is made again quickly, and that may be
    /// wrong by the time somebody has signed in.
    SHOWN
  }

  Form(String title, String address, String button, Keeping keeping, Field... fields) {
    this.title = title;
    this.address =
        Pattern.compile(
            address
                .replace("LETTER", "[0-9a-z]{12}")
                .replace("COMMENT", "[0-9a-f-]{36}")
                .replace("FILE", "[0-9a-z-]{8,64}")
                .replace("HANDLE", "[a-z0-9_-]{3,30}"));
    this.button = button;
    this.keeping = keeping;
    this.fields = List.of(fields);
  }

  /// The form that is sent to this path; empty when it may not come back.
  public static Optional<Form> at(String path) {
    return Stream.of(values()).filter(form -> form.address.matcher(path).matches()).findFirst();
  }

  /// What it is, in a few words.
  public String title() {
    return title;
  }

  /// The words of its button.
  public String button() {
    return button;
  }

  /// Whether it waits in the session for somebody who has to sign in first.
  public boolean isKept() {
    return keeping == Keeping.KEPT;
  }

  /// Whether it is a response to a letter or to another response.
  public boolean isResponse() {
    return this == RESPONSE || this == STRANGERS_RESPONSE;
  }

  /// Whether a script sends it and puts the answer where the form was.
  public boolean isAnsweredInPlace() {
    return this == RESPONSE || this == DECISION || this == UNDO;
  }

  /// Its name where another service is told of it.
  public String code() {
    return isResponse() ? "response" : name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// What may come back, in the order of the form.
  public List<Field> fields() {
    return fields;
  }
}
