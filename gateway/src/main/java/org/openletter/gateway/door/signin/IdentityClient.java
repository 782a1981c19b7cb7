package org.openletter.gateway.door.signin;

import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/// Asks the authorization server for what a person does there.
@FeignClient(
    name = "profiles-service",
    contextId = "identity",
    url = "${openletter.profiles-service.url}")
interface IdentityClient {

  /// Ends the sign-in that the person's token comes from, and her browser's session there.
  @PostMapping("/me/sign-out")
  void signOut(@RequestBody Session session);

  /// Her browser's session there, as its cookie names it; null when it has none.
  record Session(@Nullable String cookie) {

    @Override
    public String toString() {
      return "Session[covered]";
    }
  }
}
