package org.openletter.gateway.conversation.composer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.look.page.Viewer;
import org.openletter.gateway.neighbour.comments.CommentInPlace;

/// The form a response is written in.
///
/// @param parentId the response it answers, or null when it answers the letter
/// @param key hidden in the form: sent twice it makes one response. Null on pages for strangers,
///   which are kept for others
/// @param text what is in the form already
/// @param kept whether those words were written before their writer signed in
/// @param problem why the last try did not work, or null
/// @param rules the letter's own house rules
/// @param refusal why the viewer may not write here at all, or null
/// @param on the title of the letter, which tells later what words that were kept belong to; null
///   where the page itself is named so
public record Composer(
    String letterId,
    @Nullable String parentId,
    @Nullable String key,
    String text,
    boolean kept,
    @Nullable String problem,
    List<String> rules,
    @Nullable String refusal,
    @Nullable String on) {

  /// Longest response in code points; comments-service decides, this only counts down.
  public static final int LONGEST = 8000;

  /// A form with nothing in it yet.
  ///
  /// @param key a new random key; strangers get none, because their page is kept for others
  /// @param refusal why this viewer may not write here, or null
  public static Composer empty(
      Viewer viewer,
      String letterId,
      @Nullable String parentId,
      String key,
      List<String> rules,
      @Nullable String refusal) {
    boolean waitsForStaff = viewer.isSignedIn() && !viewer.mayWrite();
    return new Composer(
        letterId,
        parentId,
        viewer.isSignedIn() ? key : null,
        "",
        false,
        null,
        rules,
        waitsForStaff
            ? "Your account waits for somebody who runs this site. Then you can respond."
            : refusal,
        null);
  }

  /// The form to reply to a response in.
  ///
  /// @param key a new random key
  public static Composer below(CommentInPlace place, Viewer viewer, String letterId, String key) {
    return empty(
        viewer,
        letterId,
        place.comment().id(),
        key,
        place.houseRules(),
        Refusal.of(place.canRespond(), viewer));
  }

  /// The same form with words in it, and why they were not taken.
  public Composer with(String words, String why) {
    return new Composer(letterId, parentId, key, words, false, why, rules, refusal, on);
  }

  /// The same form with the key that it was sent with.
  public Composer keyed(String sameKey) {
    return new Composer(letterId, parentId, sameKey, text, kept, problem, rules, refusal, on);
  }

  /// The same form on the letter with this title.
  public Composer on(@Nullable String title) {
    return new Composer(letterId, parentId, key, text, kept, problem, rules, refusal, title);
  }

  /// The same form with words that were written before their writer signed in.
  Composer withKept(String words) {
    return new Composer(letterId, parentId, key, words, true, problem, rules, refusal, on);
  }

  /// A name for the parts of this form that nothing else on the page has.
  public String name() {
    return parentId == null ? "respond" : "reply-" + parentId;
  }

  /// Where it is sent when the viewer is signed in.
  public String action() {
    return "/letters/" + letterId + "/comments";
  }

  /// Where a stranger's words are kept while she signs in.
  public String parking() {
    return "/letters/" + letterId + "/draft-comment";
  }
}
