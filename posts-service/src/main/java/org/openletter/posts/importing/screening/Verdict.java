package org.openletter.posts.importing.screening;

import java.util.Map;
import java.util.Optional;

/// What moderation-service said about a response. It is handed on word for word; here only two
/// things of it matter.
public record Verdict(Map<String, Object> whole) {

  /// Whether the response may be shown with its letter. Anything else holds it.
  public boolean publishes() {
    return "publish".equals(whole.get("decision"));
  }

  /// The text with personal data covered; empty when there is none in it.
  public Optional<String> masked() {
    return whole.get("masked") instanceof String text ? Optional.of(text) : Optional.empty();
  }
}
