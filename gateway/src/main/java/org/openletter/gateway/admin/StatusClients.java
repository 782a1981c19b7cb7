package org.openletter.gateway.admin;

import org.springframework.cloud.openfeign.FeignClient;

/// The four services that are asked. Each has a name of its own here, so that its breaker says
/// nothing about the calls that people make.
final class StatusClients {

  private StatusClients() {}

  /// posts-service.
  @FeignClient(name = "posts-status", url = "${openletter.posts-service.management-url}")
  interface Posts extends StatusClient {}

  /// comments-service.
  @FeignClient(name = "comments-status", url = "${openletter.comments-service.management-url}")
  interface Comments extends StatusClient {}

  /// profiles-service.
  @FeignClient(name = "profiles-status", url = "${openletter.profiles-service.management-url}")
  interface Profiles extends StatusClient {}

  /// moderation-service.
  @FeignClient(name = "moderation-status", url = "${openletter.moderation-service.management-url}")
  interface Moderation extends StatusClient {}
}
