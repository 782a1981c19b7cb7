package org.openletter.gateway.draft;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openletter.gateway.session.Kept;
import org.springframework.stereotype.Component;

/// Words that were written and could not be sent, because nobody was signed in. They wait in the
/// session, survive a sign-in that fails and the making of an account, and are never sent by
/// themselves: the page that they belong to shows them in its form, and its writer decides.
///
/// A page that has a form asks `find` when it is shown, and calls `settle` when its form was sent.
@Component
public class Parked {

  /// Kind of a response to a letter; its target is the letter's id, its fields are those of the
  /// composer.
  public static final String RESPONSE = "response";

  /// Kind of any other form; its target is the path that it was sent to.
  public static final String FORM = "form";

  private final Kept<ParkedDrafts> drafts;

  Parked(Kept<ParkedDrafts> drafts) {
    this.drafts = drafts;
  }

  /// One form that was filled in.
  ///
  /// @param kind what it is, `response` or `form`
  /// @param target what it is about
  /// @param fields what was written, by the names of the form's fields
  /// @param page the local path of the page that can show it again
  public record Draft(String kind, String target, Map<String, List<String>> fields, String page) {

    /// The first value of a field, empty when there is none.
    public String text(String field) {
      List<String> values = fields.getOrDefault(field, List.of());
      return values.isEmpty() ? "" : values.getFirst();
    }

    boolean isFor(String otherKind, String otherTarget) {
      return kind.equals(otherKind) && target.equals(otherTarget);
    }
  }

  /// Keeps what was written; makes a session when there is none.
  public void park(HttpServletRequest request, Draft draft) {
    drafts.put(request, drafts.in(request).orElse(ParkedDrafts.NOTHING).with(draft));
  }

  /// What waits for this place. It goes on waiting until it is settled, also when the page is
  /// loaded again.
  public Optional<Draft> find(HttpServletRequest request, String kind, String target) {
    return drafts.in(request).flatMap(all -> all.find(kind, target));
  }

  /// Forgets what waited for this place, because it was sent or is not wanted.
  public void settle(HttpServletRequest request, String kind, String target) {
    drafts
        .in(request)
        .filter(all -> all.find(kind, target).isPresent())
        .ifPresent(all -> drafts.put(request, all.without(kind, target)));
  }

  /// The page that shows what was kept last; empty when nothing waits.
  public Optional<String> whereItWaits(HttpServletRequest request) {
    return drafts.in(request).flatMap(all -> all.all().stream().findFirst()).map(Draft::page);
  }

  /// Everything of this kind, newest first.
  List<Draft> all(HttpServletRequest request, String kind) {
    return drafts.in(request).orElse(ParkedDrafts.NOTHING).all().stream()
        .filter(draft -> draft.kind().equals(kind))
        .toList();
  }
}
