package org.openletter.gateway.admin;

import org.springframework.cloud.openfeign.FeignClient;

/// The four services that are asked. Each has a name of its own here, so that its breaker says
/// nothing about the calls that people make.
final class StatusClients {

  private static final String SAID_WITH_EACH_CALL = "http://management";

  private StatusClients() {}

  /// posts-service.
  @FeignClient(name = "posts-status", url = SAID_WITH_EACH_CALL)
  interface Posts extends StatusClient {}

  /// comments-service.
  @FeignClient(name = "comments-status", url = SAID_WITH_EACH_CALL)
  interface Comments extends StatusClient {}

  /// profiles-service.
  @FeignClient(name = "profiles-status", url = SAID_WITH_EACH_CALL)
  interface Profiles extends StatusClient {}

  /// moderation-service.
  @FeignClient(name = "moderation-status", url = SAID_WITH_EACH_CALL)
  interface Moderation extends StatusClient {}
}
