package org.openletter.comments.screening;

import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/// Asks moderation-service to look at one text. The limit of the call is a setting, 2 s.
@FeignClient(
    name = "moderation-service",
    contextId = "screenings",
    url = "${openletter.moderation-service.url}")
interface ScreeningClient {

  /// The verdict on one text.
  @PostMapping("/internal/screenings")
  ToldVerdict screen(@RequestBody ScreenText.Question question);
}
