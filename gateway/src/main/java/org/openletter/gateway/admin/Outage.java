package org.openletter.gateway.admin;

/// What people notice while a service, or its database, does not answer, and what still works.
final class Outage {

  private Outage() {}

  static String means(String service) {
    return switch (service) {
      case "moderation-service" ->
          "New responses are kept and wait for checking. Readers and letters are not affected.";
      case "comments-service" ->
          "Letters can be read and written. Responses cannot be shown or sent.";
      case "posts-service" ->
          "Letters that somebody read in the last ten minutes are still shown, and can be responded to"
              + " for a minute. No letter can be begun, changed or published.";
      case "profiles-service" ->
          "Whoever is signed in reads on, and writes for up to five minutes. Nobody can sign in, sign"
              + " up or change an account; notices arrive later.";
      case "gateway" -> "Strangers can read. Whoever is signed in sees nothing but this.";
      default -> "";
    };
  }
}
