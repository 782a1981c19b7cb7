package org.openletter.comments.comment;

import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.openletter.comments.screening.Verdict;
import org.openletter.platform.id.Ids;
import org.openletter.platform.text.Markdown;

/// Makes comments for tests; what a test does not say is ordinary.
public final class CommentBuilder {

  public static final String LETTER = "letter000000";
  public static final String CREATOR = "creator00000";
  public static final String AUTHOR = "author000000";

  private static final Markdown MARKDOWN = new Markdown();
  private static final Ids IDS = new Ids(Clock.systemUTC(), new Random(1));

  private final String id = IDS.uuid7();
  private Origin.Place place = Origin.Place.root(id);
  private Origin.Author author = new Origin.Author(AUTHOR, "marit", "Marit");
  private String text = "Some words.";
  private String key = id;
  private CommentState state = CommentState.PUBLISHED;
  private @Nullable HeldFor heldFor;
  private @Nullable Verdict verdict;
  private boolean shown = true;
  private Standing.@Nullable Change change;
  private @Nullable Decision decision;
  private @Nullable Instant createdAt;
  private @Nullable Later later;

  public static CommentBuilder aComment() {
    return new CommentBuilder();
  }

  public static Words words(String text) {
    return Words.of(MARKDOWN, text);
  }

  public CommentBuilder by(String account) {
    this.author = new Origin.Author(account, "handle", "Name");
    return this;
  }

  public CommentBuilder imported() {
    this.author = new Origin.Author(null, null, "Thandi M.");
    return this;
  }

  public CommentBuilder under(Comment parent) {
    this.place = parent.origin().place().reply(parent.id(), id);
    return this;
  }

  public CommentBuilder saying(String words) {
    this.text = words;
    return this;
  }

  public CommentBuilder key(String sent) {
    this.key = sent;
    return this;
  }

  public CommentBuilder at(Instant time) {
    this.createdAt = time;
    return this;
  }

  public CommentBuilder held(HeldFor why) {
    this.state = CommentState.HELD;
    this.heldFor = why;
    this.shown = false;
    return this;
  }

  public CommentBuilder in(CommentState other, boolean isShown) {
    this.state = other;
    this.shown = isShown;
    return this;
  }

  public CommentBuilder judged(Verdict by) {
    this.verdict = by;
    return this;
  }

  public CommentBuilder changing(String words, HeldFor why) {
    this.change = new Standing.Change(words(words), why, null, Instant.EPOCH);
    return this;
  }

  public CommentBuilder decided(Decision by) {
    this.decision = by;
    return this;
  }

  public CommentBuilder due(Later something) {
    this.later = something;
    return this;
  }

  public Comment build() {
    return Comment.arrived(
        new Origin(
            id,
            LETTER,
            CREATOR,
            place,
            author,
            false,
            key,
            createdAt == null ? CommentAddress.timeOf(id) : createdAt),
        new Standing(state, heldFor, verdict, shown, words(text), null, change, decision, later));
  }
}
