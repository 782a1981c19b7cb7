package org.openletter.gateway.neighbour.posts;

import java.util.List;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

/// Asks posts-service about files that were looked at. The files themselves go past this client,
/// because Feign would hold them in memory.
@FeignClient(name = "posts-service", contextId = "imports", url = "${openletter.posts-service.url}")
public interface ImportsClient {

  /// What a file holds and how far it is brought in.
  ///
  /// @param from the number of the first letter to tell, counted from 0
  @GetMapping("/imports/{id}")
  Import find(@PathVariable String id, @RequestParam int from);

  /// Brings letters in; asking twice changes nothing.
  @PutMapping("/imports/{id}/confirmation")
  Import confirm(@PathVariable String id, @RequestBody Choice choice);

  /// Forgets the file; letters that are here already stay.
  ///
  /// @param seen what the file told last; refused (409) when letters were chosen since
  @DeleteMapping("/imports/{id}")
  void cancel(@PathVariable String id, @RequestParam String seen);

  /// What to bring in.
  ///
  /// @param letters their names in the file; none means all
  /// @param initials whether the names of writers are shortened
  record Choice(List<String> letters, boolean initials) {}
}
