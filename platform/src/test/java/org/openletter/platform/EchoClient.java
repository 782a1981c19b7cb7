package org.openletter.platform;

import java.util.Optional;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// A neighbour for tests.
@FeignClient(name = "posts-service", url = "${openletter.posts-service.url}", dismiss404 = true)
public interface EchoClient {

  /// Says something.
  @GetMapping("/say")
  Echo say();

  /// Says something or is not there.
  @GetMapping("/maybe")
  Optional<Echo> maybe();

  /// Does something for a service.
  @PostMapping("/internal/do")
  Echo work();

  /// What was said.
  record Echo(String said) {}
}
