package org.openletter.gateway.reading.people;

import java.util.Optional;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Asks who somebody is in public. Empty means that nobody has this handle.
@FeignClient(
    name = "profiles-service",
    contextId = "public-people",
    url = "${openletter.profiles-service.url}",
    dismiss404 = true)
interface ProfilesClient {

  @GetMapping("/people/{handle}")
  Optional<Person> find(@PathVariable String handle);
}
