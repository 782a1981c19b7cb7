package org.openletter.gateway.conversation.composer;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.door.draft.Parked;
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
    return parked
        .find(request, draft -> isFor(draft, composer.letterId(), composer.parentId()))
        .map(draft -> composer.withKept(draft.text("text")))
        .orElse(composer);
  }

  /// The address of the form of a reply to which kept words belong, or empty.
  public Optional<String> replyTo(String letterId, HttpServletRequest request) {
    return parked
        .find(
            request,
            draft -> isTo(draft, letterId) && draft.text("parentId").matches("[0-9a-f-]{36}"))
        .map(Parked.Draft::page);
  }

  /// Whether words wait for this form.
  public boolean waitFor(String letterId, String parentId, HttpServletRequest request) {
    return parked.find(request, draft -> isFor(draft, letterId, parentId)).isPresent();
  }

  /// Forgets them, because they were sent.
  public void sent(String letterId, @Nullable String parentId, HttpServletRequest request) {
    parked.settle(request, draft -> isFor(draft, letterId, parentId));
  }

  private static boolean isFor(Parked.Draft draft, String letterId, @Nullable String parentId) {
    return isTo(draft, letterId) && draft.text("parentId").equals(orEmpty(parentId));
  }

  private static boolean isTo(Parked.Draft draft, String letterId) {
    return draft.kind().equals(Parked.RESPONSE) && draft.target().equals(letterId);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
