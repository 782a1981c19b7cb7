package org.openletter.gateway.door.draft;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.door.error.Asked;
import org.openletter.gateway.door.form.SentForm;
import org.openletter.gateway.door.person.FormTokens;
import org.openletter.gateway.door.person.Person;
import org.openletter.gateway.door.person.SignedIn;
import org.openletter.gateway.door.session.SessionCookie;
import org.springframework.stereotype.Component;

/// Keeps a form that was sent by somebody who is not signed in, or who leaves in a hurry.
@Component
class ParkForm {

  private static final Pattern LETTER = Pattern.compile("/letters/([0-9a-z]{12})/.*");
  private static final Pattern COMMENT = Pattern.compile("[0-9a-f-]{36}");

  private final Parked parked;
  private final FormTokens formTokens;
  private final SessionCookie cookie;
  private final DraftSettings settings;
  private final Clock clock;

  ParkForm(
      Parked parked,
      FormTokens formTokens,
      SessionCookie cookie,
      DraftSettings settings,
      Clock clock) {
    this.parked = parked;
    this.formTokens = formTokens;
    this.cookie = cookie;
    this.settings = settings;
    this.clock = clock;
  }

  /// What became of it.
  sealed interface Result {

    /// Kept; `page` shows it again.
    record Kept(String page) implements Result {}

    /// Nobody wrote anything in it; `page` is where it was.
    record NothingToKeep(String page) implements Result {}

    /// More than is kept for strangers.
    record TooLarge(int limit) implements Result {}

    /// Too much waits already, or nobody can say whose it is.
    record NoRoom() implements Result {}
  }

  /// Keeps what stood in this form.
  Result park(HttpServletRequest request, SentForm sent) {
    String page = Asked.page(request);
    if (sent.isBlank()) {
      return new Result.NothingToKeep(page);
    }
    int limit = cookie.isIn(request) ? settings.largestExpired() : settings.largest();
    if (sent.bytes() > limit) {
      return new Result.TooLarge(limit);
    }
    return switch (writer(request)) {
      case FormTokens.Writer.Unknown() -> new Result.NoRoom();
      case FormTokens.Writer.Stranger() -> park(request, draft(sent, page, null));
      case FormTokens.Writer.Member(String token) -> park(request, draft(sent, page, token));
    };
  }

  /// Keeps what stands in this form of somebody who leaves in a hurry. There is always room for it.
  ///
  /// @param writer the token of the form, which tells whose it is
  Result leave(HttpServletRequest request, SentForm sent, String writer) {
    String page = Asked.page(request);
    if (sent.isBlank()) {
      return new Result.NothingToKeep(page);
    }
    if (sent.bytes() > settings.largestExpired()) {
      return new Result.TooLarge(settings.largestExpired());
    }
    Parked.Draft draft = draft(sent, page, writer);
    parked.leave(request, draft);
    return new Result.Kept(draft.place());
  }

  /// Whether exactly this waits already.
  boolean waits(HttpServletRequest request, SentForm sent) {
    Parked.Draft draft = draft(sent, Asked.page(request), null);
    return parked
        .find(request, d -> d.name().equals(draft.name()) && d.fields().equals(draft.fields()))
        .isPresent();
  }

  private Result park(HttpServletRequest request, Parked.Draft draft) {
    return parked.park(request, draft) ? new Result.Kept(draft.place()) : new Result.NoRoom();
  }

  private FormTokens.Writer writer(HttpServletRequest request) {
    Optional<String> account = Person.current().map(SignedIn::accountId);
    return account.isPresent()
        ? new FormTokens.Writer.Member(formTokens.fresh(account.get()))
        : formTokens.writer(request);
  }

  private Parked.Draft draft(SentForm sent, String page, @Nullable String writer) {
    Matcher letter = LETTER.matcher(sent.action());
    if (sent.form().isResponse() && letter.matches()) {
      String back = response(letter.group(1), sent.text("parentId"), page);
      return new Parked.Draft(
          Parked.RESPONSE, letter.group(1), sent.fields(), back, writer, clock.instant());
    }
    return new Parked.Draft(
        Parked.FORM, sent.action(), sent.fields(), page, writer, clock.instant());
  }

  /// The field itself, not the top of the page it is on: that may be thousands of lines above it.
  private static String response(String letterId, String parentId, String page) {
    String letter = "/letters/" + letterId;
    if (COMMENT.matcher(parentId).matches()) {
      return letter + "/comments/" + parentId + "/reply#reply-" + parentId + "-text";
    }
    return (page.startsWith(letter + "/") ? page : letter) + "#respond-text";
  }
}
