package org.openletter.profiles.author;

import java.util.List;
import org.openletter.platform.outbox.Heard;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;

/// Tells posts-service what authors are called now.
@FeignClient(name = "posts-service", url = "${openletter.posts-service.url}")
interface PostsClient {

  @PutMapping("/internal/authors")
  Heard renamed(@RequestBody List<Renamed> renamed);
}
