package org.openletter.gateway.desk.queue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The queue: the list, and beside it the one response that is looked at.
///
/// @param waiting how many wait here
/// @param inAll how many wait on all of her letters, for the bar
/// @param next where the following page begins, or null on the last one
/// @param chosen the response that is looked at, or null when nothing waits
/// @param absent whether the one that was asked for is not there any more
/// @param reachable whether comments-service answered; if not, the list is not empty but unknown
/// @param typed what was sent with the act that did not work
/// @param problem why the last act did not work, or null
/// @param done what was just done, or null
public record QueuePage(
    QueuePlace place,
    int waiting,
    int inAll,
    List<Item> items,
    @Nullable String next,
    @Nullable Item chosen,
    boolean absent,
    boolean reachable,
    Typed typed,
    @Nullable String problem,
    @Nullable Done done) {

  /// Why something is removed; each ends up in public as "Removed by the writer of this letter:
  /// advertising".
  public static final List<Choice> REASONS =
      List.of(
          new Choice("advertising", "It advertises something"),
          new Choice("harassment", "It attacks or threatens somebody"),
          new Choice("personal-data", "It shows somebody’s private data"),
          new Choice("off-topic", "It is not about this letter"),
          new Choice("rule", "It breaks a house rule of this letter"),
          new Choice("other", "Another reason, in my own words"));

  /// What was sent with an act that did not work, so that nobody types it again.
  ///
  /// @param action where it was sent, or null when nothing was
  /// @param version of the response that she saw
  /// @param missing what is missing in it, or null
  public record Typed(
      @Nullable String action,
      String act,
      String reason,
      String words,
      String version,
      @Nullable String missing) {

    static final Typed NOTHING = new Typed(null, "", "", "", "", null);
  }

  /// A reason that a removal can have.
  public record Choice(String code, String words) {}

  /// The same page after an act that did not work.
  QueuePage refused(@Nullable String why, Typed sent) {
    return new QueuePage(
        place,
        waiting,
        inAll,
        items,
        next,
        chosen,
        absent && why == null,
        reachable,
        sent,
        why,
        null);
  }

  /// Whether the list is shown as it is and an undo can be tried once more: its button stood where
  /// this answer now stands.
  public boolean undoAgain() {
    return reachable && typed.act().equals("undo") && typed.action() != null;
  }

  /// What was sent about this response; nothing when it was about another one: words that were
  /// meant for one writer never stand in a form about another.
  public Typed typedAbout(Item item) {
    return typed.action() != null && typed.action().startsWith(item.href() + "/")
        ? typed
        : Typed.NOTHING;
  }

  /// Words that were sent about a response that is not looked at any more, or null.
  public @Nullable String wordsLeft() {
    boolean here = chosen != null && typedAbout(chosen).action() != null;
    return here || !reachable || typed.words().isBlank() ? null : typed.words();
  }

  /// The same page after an act.
  QueuePage after(@Nullable Done act) {
    return new QueuePage(
        place, waiting, inAll, items, next, chosen, absent, reachable, typed, problem, act);
  }

  /// The reasons to choose from.
  public List<Choice> choices() {
    return REASONS;
  }

  /// How many of those shown look like junk.
  public long junk() {
    return items.stream().filter(Item::looksLikeJunk).count();
  }

  /// How many of those shown wait only for the screening.
  public long late() {
    return items.stream().filter(Item::unchecked).count();
  }

  public boolean isChosen(Item item) {
    return chosen != null && chosen.comment().id().equals(item.comment().id());
  }

  /// The response to look at after this one is decided: the following one, or the one before when
  /// this is the last, or none.
  public @Nullable Item following() {
    for (int i = 0; i < items.size(); i++) {
      if (isChosen(items.get(i))) {
        return i + 1 < items.size() ? items.get(i + 1) : i > 0 ? items.get(i - 1) : null;
      }
    }
    return items.isEmpty() ? null : items.getFirst();
  }

  /// The title of the letter that the list is narrowed to, or null.
  public @Nullable String onlyOn() {
    return place.letter() == null || items.isEmpty() ? null : items.getFirst().letterTitle();
  }
}
