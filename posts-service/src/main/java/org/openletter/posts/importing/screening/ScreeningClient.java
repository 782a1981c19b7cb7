package org.openletter.posts.importing.screening;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/// Asks moderation-service about many responses at once.
@FeignClient(name = "moderation-service", url = "${openletter.moderation-service.url}")
interface ScreeningClient {

  @PostMapping("/internal/screenings/batch")
  Screened screen(@RequestBody Batch batch);

  /// Responses of one letter.
  ///
  /// @param items at most 500
  record Batch(String letterId, @JsonProperty("import") boolean imported, List<Item> items) {}

  record Item(String id, Author author, String text) {}

  record Author(String name) {}

  /// What was found.
  ///
  /// @param verdicts by the ids of the items
  record Screened(
      @Nullable String version,
      @Nullable Map<String, @Nullable Map<String, Object>> verdicts,
      @Nullable List<Group> clusters) {}

  /// Responses that belong together.
  record Group(
      @Nullable Said kind,
      @Nullable List<String> ids,
      @Nullable Said bond,
      @Nullable List<Said> reasons) {}

  record Said(@Nullable String code, @Nullable Map<String, @Nullable Object> parameters) {}
}
