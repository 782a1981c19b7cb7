package org.openletter.profiles.author;

import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;

/// Tells posts-service what an author is called now.
@FeignClient(name = "posts-service", url = "${openletter.posts-service.url}")
interface PostsClient {

  @PutMapping("/internal/authors/{accountId}")
  void rename(@PathVariable String accountId, @RequestBody Renamed renamed);
}
