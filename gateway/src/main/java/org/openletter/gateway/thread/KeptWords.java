package org.openletter.gateway.thread;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.draft.Parked;
import org.openletter.gateway.page.LetterAddress;
import org.springframework.stereotype.Component;

/// Brings words that were written before their writer signed in back into the form they were
/// written in. Sending them is up to her.
@Component
public class KeptWords {

  private final Parked parked;

  KeptWords(Parked parked) {
    this.parked = parked;
  }

  /// The form with the words that wait for it, or as it was.
  public Composer in(Composer composer, HttpServletRequest request) {
    return waiting(composer.letterId(), request)
        .filter(draft -> draft.text("parentId").equals(orEmpty(composer.parentId())))
        .map(draft -> composer.withKept(draft.text("text")))
        .orElse(composer);
  }

  /// The address of the form of a reply to which kept words belong, or empty.
  public Optional<String> replyTo(String letterId, HttpServletRequest request) {
    return waiting(letterId, request)
        .map(draft -> draft.text("parentId"))
        .filter(parent -> parent.matches("[0-9a-f-]{36}"))
        .map(parent -> LetterAddress.ofComment(letterId, parent) + "/reply");
  }

  /// Forgets them, because they were sent.
  public void sent(String letterId, HttpServletRequest request) {
    parked.settle(request, Parked.RESPONSE, letterId);
  }

  private Optional<Parked.Draft> waiting(String letterId, HttpServletRequest request) {
    return parked.find(request, Parked.RESPONSE, letterId);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
