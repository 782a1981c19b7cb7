package org.openletter.gateway.neighbour.comments;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

/// Writes to the conversation on a letter, in the name of whoever is signed in. Words are screened
/// before they are stored, so these calls have a limit of their own, 4 s, and a breaker of their
/// own: a slow screening closes no page.
@FeignClient(name = "comments-writing", url = "${openletter.comments-service.url}")
public interface ResponsesClient {

  @PostMapping("/letters/{letterId}/comments")
  Sent send(@PathVariable String letterId, @RequestBody Written written);

  @PutMapping("/letters/{letterId}/comments/{id}")
  Comment change(
      @PathVariable String letterId, @PathVariable String id, @RequestBody Changed changed);

  /// Takes a response back.
  ///
  /// @param version of the response that she saw
  @DeleteMapping("/letters/{letterId}/comments/{id}")
  void withdraw(
      @PathVariable String letterId, @PathVariable String id, @RequestParam String version);

  /// A new response.
  ///
  /// @param key sent twice with the same words it makes one response
  record Written(String text, @Nullable String parentId, String key) {}

  /// A response that was just sent, as comments-service answers it.
  ///
  /// @param thread what stands around it; null where an older comments-service does not say
  record Sent(@JsonUnwrapped Comment comment, @Nullable Around thread) {

    /// The thread that it is in now.
    ///
    /// @param writer the name of the writer of the letter
    /// @param rules the letter's own house rules
    /// @param count how many responses are public
    public record Around(
        String title, String slug, String writer, List<String> rules, long count) {}
  }

  /// New words of an old response.
  ///
  /// @param version of the response that she began from
  record Changed(String text, String version) {}
}
