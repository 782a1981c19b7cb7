package org.openletter.comments.storage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openletter.comments.comment.Comment;
import org.openletter.comments.comment.CommentAddress;
import org.openletter.comments.comment.CommentState;
import org.openletter.comments.comment.Standing;
import org.openletter.platform.outbox.OutboxEvent;

/// Comments in memory, with what others have to hear. It passes the same contract as the database.
public final class RememberedComments implements Comments {

  private final Map<CommentAddress, Comment> comments = new LinkedHashMap<>();
  private final List<OutboxEvent> events = new ArrayList<>();
  private Runnable beforeSave = () -> {};
  private int lookUps;

  /// Puts a comment there as it is.
  public Comment put(Comment comment) {
    comments.put(comment.address(), comment);
    return comment;
  }

  /// What others have to hear, as its kind and the kind or action in it.
  public List<String> told() {
    return events.stream()
        .map(e -> Objects.toString(e.body().get("action"), e.body().getString("kind")))
        .toList();
  }

  /// Lets something happen once between reading and the next write.
  public void meanwhile(Runnable something) {
    beforeSave = something;
  }

  /// How often somebody asked what was sent with a key.
  public int lookUps() {
    return lookUps;
  }

  public List<Comment> all() {
    return List.copyOf(comments.values());
  }

  @Override
  public Optional<Comment> find(CommentAddress address) {
    return Optional.ofNullable(comments.get(address));
  }

  @Override
  public Optional<Comment> sent(String letterId, @Nullable String authorId, String key) {
    lookUps++;
    return comments.values().stream()
        .filter(c -> c.letterId().equals(letterId) && c.origin().key().equals(key))
        .filter(c -> Objects.equals(c.origin().author().id(), authorId))
        .findFirst();
  }

  @Override
  public Optional<Comment> insert(
      Comment comment, @Nullable String parentId, List<OutboxEvent> news) {
    Optional<Comment> before =
        sent(comment.letterId(), comment.origin().author().id(), comment.origin().key())
            .or(() -> find(comment.address()));
    if (before.isEmpty()) {
      put(comment);
      events.addAll(news);
    }
    return before;
  }

  @Override
  public boolean save(Comment read, Standing after, List<OutboxEvent> news) {
    Runnable happens = beforeSave;
    beforeSave = () -> {};
    happens.run();
    Comment now = comments.get(read.address());
    if (now == null || now.version() != read.version()) {
      return false;
    }
    put(new Comment(now.origin(), after, now.version() + 1, now.replies()));
    events.addAll(news);
    return true;
  }

  @Override
  public boolean approvedBefore(String authorId, String creatorId) {
    return comments.values().stream()
        .anyMatch(c ->
            c.origin().author().is(authorId)
                && c.origin().creatorId().equals(creatorId)
                && c.state() == CommentState.PUBLISHED);
  }

  @Override
  public void hasReplies(CommentAddress address) {
    Comment comment = Objects.requireNonNull(comments.get(address));
    put(
        new Comment(
            comment.origin(),
            comment.standing(),
            comment.version(),
            Math.max(1, comment.replies())));
  }
}
