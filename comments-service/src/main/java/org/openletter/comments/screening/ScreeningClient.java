package org.openletter.comments.screening;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/// Asks moderation-service to look at one text. The limit of the call is a setting, 300 ms.
@FeignClient(
    name = "moderation-service",
    contextId = "screenings",
    url = "${openletter.moderation-service.url}")
public interface ScreeningClient {

  /// The verdict on one text.
  @PostMapping("/internal/screenings")
  Told screen(@RequestBody ScreenText.Question question);

  /// A verdict as it arrives; anything may be missing in a broken one.
  ///
  /// @param decision `publish`, `hold` or `reject`
  record Told(
      @Nullable String decision,
      @Nullable Map<String, @Nullable Double> scores,
      @Nullable List<@Nullable ToldReason> reasons,
      @Nullable String heldAs,
      @Nullable String version,
      @Nullable String masked) {}

  /// One reason as it arrives.
  record ToldReason(
      @Nullable String code,
      @Nullable String label,
      @Nullable String sentence,
      @Nullable Double score,
      @Nullable List<Verdict.@Nullable Span> spans) {}
}
