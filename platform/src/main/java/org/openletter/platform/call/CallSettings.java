package org.openletter.platform.call;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How this service calls its neighbours: one entry for each, under the neighbour's name.
///
/// @param calls by the name of the neighbour, which is the name of the Feign client
@ConfigurationProperties("openletter")
record CallSettings(@DefaultValue Map<String, Call> calls) {

  private static final Call USUAL = new Call(Duration.ofSeconds(2), null, 64);

  Call to(String neighbour) {
    return calls.getOrDefault(neighbour, USUAL);
  }

  /// One neighbour.
  ///
  /// @param limit longest wait for a whole answer, body included
  /// @param scopes what this service may do there on its own, separated by spaces
  /// @param atOnce calls in flight at once, of all clients with this name; one more fails at once,
  ///   so that a slow neighbour cannot hold everything
  record Call(
      @DefaultValue("2s") Duration limit,
      @Nullable String scopes,
      @DefaultValue("64") int atOnce) {}
}
