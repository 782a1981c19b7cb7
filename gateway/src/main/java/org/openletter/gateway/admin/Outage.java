package org.openletter.gateway.admin;

/// What people notice while a service does not answer.
final class Outage {

  private Outage() {}

  static String means(String service) {
    return switch (service) {
      case "moderation-service" ->
          "New responses are kept and wait for checking. Readers and letters are not affected.";
      case "comments-service" ->
          "Letters can be read and written. Responses cannot be shown or sent.";
      case "posts-service" ->
          "Letters that somebody read a short while ago are still shown. Nothing can be written.";
      case "profiles-service" ->
          "Who is signed in stays so for a few minutes and can read. Nobody can sign in or sign up.";
      default -> "";
    };
  }
}
