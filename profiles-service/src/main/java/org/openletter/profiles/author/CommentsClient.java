package org.openletter.profiles.author;

import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;

/// Tells comments-service what an author is called now.
@FeignClient(name = "comments-service", url = "${openletter.comments-service.url}")
interface CommentsClient {

  @PutMapping("/internal/authors/{accountId}")
  void rename(@PathVariable String accountId, @RequestBody Renamed renamed);
}
