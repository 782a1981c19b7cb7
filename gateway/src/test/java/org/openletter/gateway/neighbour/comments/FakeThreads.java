package org.openletter.gateway.neighbour.comments;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.problem.NoAnswer;

/// comments-service as readers and the studio see it.
public final class FakeThreads implements ThreadsClient {

  public Map<String, Long> counts = Map.of();
  public boolean down;
  public @Nullable String askedFor;
  public Optional<Settings> changed = Optional.empty();
  public UnaryOperator<Settings> change = settings -> settings;
  public Supplier<Optional<Conversation>> conversation = Optional::empty;
  public final List<Comment> published = new ArrayList<>();

  @Override
  public Optional<Conversation> conversation(
      String letterId, String order, @Nullable String after) {
    up();
    return conversation.get();
  }

  @Override
  public Optional<CommentInPlace> comment(String letterId, String id) {
    up();
    return published.stream()
        .filter(comment -> comment.id().equals(id))
        .findFirst()
        .map(comment -> new CommentInPlace(comment, null, null, null));
  }

  @Override
  public Optional<Replies> replies(String letterId, String id, @Nullable String after) {
    throw new AssertionError("not asked for");
  }

  @Override
  public Counts counts(String letters) {
    up();
    askedFor = letters;
    return new Counts(counts);
  }

  @Override
  public Mine mine(@Nullable String before) {
    throw new AssertionError("not asked for");
  }

  @Override
  public Settings settings(String letterId) {
    up();
    return new Settings("hold-first-timers", null, List.of(), 1);
  }

  @Override
  public Settings change(String letterId, Settings settings) {
    up();
    changed = Optional.of(settings);
    return change.apply(settings);
  }

  private void up() {
    if (down) {
      throw new NoAnswer("comments-service", "stopped");
    }
  }
}
