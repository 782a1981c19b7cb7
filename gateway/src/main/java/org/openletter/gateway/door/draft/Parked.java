package org.openletter.gateway.door.draft;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.door.form.Form;
import org.openletter.gateway.door.form.SentForm;
import org.openletter.gateway.door.person.FormTokens;
import org.openletter.gateway.door.person.Person;
import org.openletter.gateway.door.person.SignedIn;
import org.openletter.gateway.door.session.Kept;
import org.springframework.stereotype.Component;

/// Words that were written and could not be sent, because nobody was signed in. They wait in the
/// session, survive a sign-in that fails and the making of an account, and are never sent by
/// themselves: the page that they belong to shows them in its form, and its writer decides. What a
/// member wrote is shown to her alone; what a stranger wrote belongs to whoever signs in next.
///
/// A page that has a form asks `find` when it is shown, and calls `settle` when its form was sent.
@Component
public class Parked {

  /// Kind of a response to a letter; its target is the letter's id, its fields are those of the
  /// composer.
  public static final String RESPONSE = "response";

  /// Kind of any other form; its target is the path that it was sent to.
  public static final String FORM = "form";

  /// The fields that say what a thing is.
  private static final List<String> NAMES = List.of("on", "title");

  private final Kept<ParkedDrafts> drafts;
  private final FormTokens formTokens;

  Parked(Kept<ParkedDrafts> drafts, FormTokens formTokens) {
    this.drafts = drafts;
    this.formTokens = formTokens;
  }

  /// One form that was filled in.
  ///
  /// @param kind what it is, `response` or `form`
  /// @param target what it is about
  /// @param fields what was written, by the names of the form's fields
  /// @param page the local path of the page that it was written on, down to the field
  /// @param writer token of a form of the member who wrote it, or null for a stranger's
  /// @param at when it was kept, or null when that was not noted
  public record Draft(
      String kind,
      String target,
      Map<String, List<String>> fields,
      String page,
      @Nullable String writer,
      @Nullable Instant at) {

    /// The first value of a field, empty when there is none.
    public String text(String field) {
      List<String> values = fields.getOrDefault(field, List.of());
      return values.isEmpty() ? "" : values.getFirst();
    }

    boolean isFor(String otherKind, String otherTarget) {
      return kind.equals(otherKind) && target.equals(otherTarget);
    }

    /// Two tries at one thing have the same; two replies, or two letters begun, have not.
    String name() {
      String which =
          kind.equals(RESPONSE)
              ? text("parentId")
              : target.equals("/studio/letters") ? text("key") : "";
      return "kept-" + Integer.toHexString((kind + ' ' + target + ' ' + which).hashCode());
    }

    /// The form as it may be shown again; empty when it is of a kind that never is.
    Optional<SentForm> sent() {
      String action = kind.equals(RESPONSE) ? "/letters/" + target + "/comments" : target;
      return Form.at(action).filter(Form::isKept).map(form -> new SentForm(form, action, fields));
    }

    /// The local path of the page that shows it again.
    String place() {
      return kind.equals(RESPONSE) ? page : "/kept#" + name();
    }

    /// What it is about, without the words in it.
    Draft named() {
      Map<String, List<String>> names = new HashMap<>();
      for (String name : NAMES) {
        names.put(name, List.of(KeptEntry.cut(text(name), KeptEntry.LONGEST_TITLE)));
      }
      return new Draft(kind, target, names, page, writer, at);
    }

    private Draft writtenBy(String token) {
      return new Draft(kind, target, fields, page, token, at);
    }
  }

  /// Keeps what was written; makes a session when there is none. False when too much waits already.
  boolean park(HttpServletRequest request, Draft draft) {
    Optional<ParkedDrafts> more = all(request).with(draft, olderTryAt(draft));
    more.ifPresent(all -> drafts.put(request, all));
    return more.isPresent();
  }

  /// Keeps what its writer leaves in a hurry. When there is no room, her oldest makes way for it,
  /// and `/kept` says so.
  void leave(HttpServletRequest request, Draft draft) {
    drafts.put(
        request,
        all(request)
            .withLeft(draft, olderTryAt(draft), other -> sameWriter(other, draft, viewer())));
  }

  private Predicate<Draft> olderTryAt(Draft draft) {
    return other -> other.name().equals(draft.name()) && sameWriter(other, draft, viewer());
  }

  /// The newest that waits for this place. It goes on waiting until it is settled, also when the
  /// page is loaded again.
  public Optional<Draft> find(HttpServletRequest request, String kind, String target) {
    return find(request, draft -> draft.isFor(kind, target));
  }

  /// The newest that waits and is like this.
  public Optional<Draft> find(HttpServletRequest request, Predicate<Draft> like) {
    return visible(request).stream().filter(like).findFirst();
  }

  /// Forgets what waited for this place, because it was sent or is not wanted.
  public void settle(HttpServletRequest request, String kind, String target) {
    settle(request, draft -> draft.isFor(kind, target));
  }

  /// Forgets what is like this. What somebody else wrote goes on waiting for her.
  public void settle(HttpServletRequest request, Predicate<Draft> like) {
    Predicate<Draft> settled = like.and(draft -> isVisible(draft, viewer()));
    ParkedDrafts all = all(request);
    if (all.all().stream().anyMatch(settled)) {
      drafts.put(request, all.without(settled));
    }
  }

  /// What was kept last of what waits for whoever signs in now; empty when nothing does. It is what
  /// a stranger wrote, or what the viewer did. What a member wrote counts only where the form that
  /// she sent leads to sign-in: anybody else who uses this browser is told nothing of it.
  ///
  /// @param from where the sign-in leads back to
  public Optional<Form> waiting(HttpServletRequest request, String from) {
    String viewer = viewer();
    return all(request).all().stream()
        .filter(draft -> isVisible(draft, viewer) || draft.place().equals(from))
        .flatMap(draft -> draft.sent().stream())
        .map(SentForm::form)
        .findFirst();
  }

  /// Somebody has signed in: what a stranger wrote in this browser is hers from now on. Returns the
  /// page that shows what she wrote last; empty when nothing of hers waits.
  public Optional<String> claim(HttpServletRequest request, String accountId) {
    ParkedDrafts all = all(request);
    if (all.all().stream().anyMatch(draft -> draft.writer() == null)) {
      String token = formTokens.fresh(accountId);
      drafts.put(
          request, all.each(draft -> draft.writer() == null ? draft.writtenBy(token) : draft));
    }
    return all(request).all().stream()
        .filter(draft -> isVisible(draft, accountId))
        .findFirst()
        .map(Draft::place);
  }

  /// Ends a session that has run out, and lets what waits in it wait on in a new one.
  public void outlive(HttpServletRequest request, Runnable end) {
    ParkedDrafts waiting = all(request);
    end.run();
    if (!waiting.equals(ParkedDrafts.NOTHING)) {
      drafts.put(request, waiting);
    }
  }

  /// What made way for newer words of the viewer, without its words, newest first.
  List<Draft> madeWay(HttpServletRequest request) {
    String viewer = viewer();
    return all(request).madeWay().stream().filter(draft -> isVisible(draft, viewer)).toList();
  }

  /// Everything the viewer may see, newest first.
  List<Draft> visible(HttpServletRequest request) {
    String viewer = viewer();
    Set<String> names = new HashSet<>();
    return all(request).all().stream()
        .filter(draft -> isVisible(draft, viewer) && names.add(draft.name()))
        .toList();
  }

  private ParkedDrafts all(HttpServletRequest request) {
    return drafts.in(request).orElse(ParkedDrafts.NOTHING);
  }

  private boolean isVisible(Draft draft, @Nullable String viewer) {
    return draft.writer() == null || viewer != null && formTokens.madeFor(draft.writer(), viewer);
  }

  private boolean sameWriter(Draft one, Draft other, @Nullable String viewer) {
    return Objects.equals(one.writer(), other.writer())
        || viewer != null && isVisible(one, viewer) && isVisible(other, viewer);
  }

  private static @Nullable String viewer() {
    return Person.current().map(SignedIn::accountId).orElse(null);
  }
}
