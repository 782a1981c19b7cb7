package org.openletter.gateway.door.route;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/// Knows which service owns which public address. What stands in no row is not routed: internal
/// addresses have no row.
@Component
class Neighbours {

  private static final Pattern OF_COMMENTS =
      Pattern.compile("letters/[^/]+/(comments(/.*)?|thread)|(comments|threads|queue)(/.*)?");
  private static final Pattern OF_POSTS = Pattern.compile("(letters|imports)(/.*)?");
  private static final Pattern OF_PROFILES = Pattern.compile("(people|me|accounts)(/.*)?");
  private static final Pattern OF_MODERATION = Pattern.compile("statements(/.*)?");

  static final String POSTS = "posts-service";
  static final String COMMENTS = "comments-service";
  static final String PROFILES = "profiles-service";
  static final String MODERATION = "moderation-service";

  private final URI posts;
  private final URI comments;
  private final URI profiles;
  private final URI moderation;

  Neighbours(
      @Value("${openletter.posts-service.url}") URI posts,
      @Value("${openletter.comments-service.url}") URI comments,
      @Value("${openletter.profiles-service.url}") URI profiles,
      @Value("${openletter.moderation-service.url}") URI moderation) {
    this.posts = posts;
    this.comments = comments;
    this.profiles = profiles;
    this.moderation = moderation;
  }

  /// The internal address of a path of the API, given without the leading `/api/v1/`.
  Optional<Target> of(String path, URI asked) {
    return owner(path)
        .map(owner ->
            new Target(
                owner.service(),
                UriComponentsBuilder.fromUri(owner.address())
                    .path("/" + path)
                    .query(asked.getRawQuery())
                    .build(true)
                    .toUri()));
  }

  /// A service and an address of it.
  record Target(String service, URI address) {}

  /// The internal address of a page of the authorization server, given without the leading `/id/`.
  URI ofIdentity(String path, URI asked) {
    return UriComponentsBuilder.fromUri(profiles)
        .path("/" + path)
        .query(asked.getRawQuery())
        .build(true)
        .toUri();
  }

  private Optional<Target> owner(String path) {
    if (OF_COMMENTS.matcher(path).matches()) {
      return Optional.of(new Target(COMMENTS, comments));
    }
    if (OF_POSTS.matcher(path).matches()) {
      return Optional.of(new Target(POSTS, posts));
    }
    if (OF_PROFILES.matcher(path).matches()) {
      return Optional.of(new Target(PROFILES, profiles));
    }
    return OF_MODERATION.matcher(path).matches()
        ? Optional.of(new Target(MODERATION, moderation))
        : Optional.empty();
  }
}
