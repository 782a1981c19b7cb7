package org.openletter.profiles.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openletter.platform.test.ServiceTest;
import org.openletter.platform.test.TestHttp;
import org.openletter.profiles.Claims;
import org.openletter.profiles.Gateway;

@ServiceTest
class ServiceTokensTest {

  private Gateway gateway;
  private TestHttp http;

  @BeforeEach
  void open(TestHttp client) {
    http = client;
    gateway = new Gateway(client);
  }

  private TestHttp.Answer ask(String client, String scopes) {
    return gateway.token(client, Map.of("grant_type", "client_credentials", "scope", scopes));
  }

  @Test
  void areForExactlyOneService() {
    Claims claims =
        Claims.of(
            ask("comments-service", "moderation-service.screen moderation-service.events")
                .text("/access_token"));

    assertThat(claims.text("sub")).isEqualTo("comments-service");
    assertThat(claims.list("aud")).containsExactly("moderation-service");
    assertThat(claims.list("scope"))
        .containsExactlyInAnyOrder("moderation-service.screen", "moderation-service.events");
    assertThat(claims.has("handle")).isFalse();
    assertThat(claims.has("roles")).isFalse();
  }

  @Test
  void areNotGivenForTwoServicesOrForNone() {
    assertThat(
            ask("comments-service", "moderation-service.screen posts-service.letters")
                .text("/error"))
        .isEqualTo("invalid_scope");
    assertThat(
            gateway
                .token("comments-service", Map.of("grant_type", "client_credentials"))
                .text("/error"))
        .isEqualTo("invalid_scope");
  }

  @Test
  void areNotGivenForScopesOfOthers() {
    for (String foreign :
        List.of("profiles-service.admin-links", "comments-service.letters", "made.up", "openid")) {
      assertThat(ask("comments-service", foreign).text("/error"))
          .as(foreign)
          .isEqualTo("invalid_scope");
    }
    assertThat(ask("gateway", "openid").text("/error")).isEqualTo("invalid_scope");
  }

  @Test
  void areEachServicesOwnOnly() {
    assertThat(ask("gateway", "posts-service.status").status()).isEqualTo(200);
    assertThat(ask("gateway", "profiles-service.revocations").status()).isEqualTo(200);
    assertThat(ask("posts-service", "comments-service.imports").status()).isEqualTo(200);
    assertThat(ask("moderation-service", "profiles-service.notices").status()).isEqualTo(200);
    assertThat(ask("profiles-service", "posts-service.authors").status()).isEqualTo(200);
    assertThat(ask("operator", "profiles-service.admin-links").status()).isEqualTo(200);
  }

  @Test
  void needTheRightSecretAndTheRightWayToAsk() {
    for (String authorization :
        List.of(
            "Basic Z2F0ZXdheTp3cm9uZw==", // gateway:wrong
            "Basic bm9ib2R5OndoYXRldmVy", // nobody:whatever
            "Basic !",
            "Bearer x")) {
      TestHttp.Answer answer =
          http.send(
              http.request("/id/oauth2/token", null)
                  .header("Authorization", authorization)
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(
                      java.net.http.HttpRequest.BodyPublishers.ofString(
                          "grant_type=client_credentials&scope=posts-service.status")));
      assertThat(answer.status()).as(authorization).isIn(400, 401);
      assertThat(answer.text("/access_token")).isEmpty();
    }
    for (String grant : List.of("password", "urn:ietf:params:oauth:grant-type:device_code")) {
      assertThat(gateway.token("gateway", Map.of("grant_type", grant)).status()).isEqualTo(400);
    }
  }

  @Test
  void ofServicesDoNotSignAnybodyIn() {
    assertThat(
            gateway
                .token(
                    "comments-service", Map.of("grant_type", "refresh_token", "refresh_token", "x"))
                .status())
        .isEqualTo(400);
  }
}
