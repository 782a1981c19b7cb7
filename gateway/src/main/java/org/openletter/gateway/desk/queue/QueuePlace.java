package org.openletter.gateway.desk.queue;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/// Where somebody is in the queue, carried along by every link and form so that an act leads on
/// from there.
///
/// @param letter only responses to this letter, or null for all
/// @param after where the page begins, or null for the first
public record QueuePlace(@Nullable String letter, @Nullable String after) {

  /// The queue itself at this place.
  public String list() {
    return at("/studio/queue");
  }

  /// Another address of the queue that keeps this place.
  public String at(String path) {
    return with(path).encode().toUriString();
  }

  /// The following page.
  public String following(String next) {
    return new QueuePlace(letter, next).list();
  }

  /// The address after an act, where a toast says what was done.
  String after(String path, Done done) {
    return with(path)
        .queryParam("did", done.act())
        .queryParam("of", done.letterId() + "/" + done.commentId())
        .queryParamIfPresent("told", done.told() ? Optional.empty() : Optional.of("nobody"))
        .queryParamIfPresent("why", Optional.ofNullable(done.code()))
        .queryParamIfPresent("at", Optional.ofNullable(done.version()))
        .encode()
        .toUriString();
  }

  private UriComponentsBuilder with(String path) {
    return UriComponentsBuilder.fromPath(path)
        .queryParamIfPresent("letter", Optional.ofNullable(letter))
        .queryParamIfPresent("after", Optional.ofNullable(after));
  }
}
