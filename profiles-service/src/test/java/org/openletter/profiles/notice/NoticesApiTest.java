package org.openletter.profiles.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openletter.platform.test.ServiceTest;
import org.openletter.platform.test.TestHttp;
import org.openletter.platform.test.Tokens;
import org.openletter.profiles.Town;
import org.openletter.profiles.account.Account;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ServiceTest
class NoticesApiTest {

  private static final String COMMENTS =
      Tokens.service("comments-service", "profiles-service.notices");

  @Autowired private ApplicationContext context;

  private TestHttp http;
  private Account rosa;
  private String token;

  @BeforeEach
  void open(TestHttp client) {
    http = client;
    rosa = new Town(context).person("rosa");
    token = Town.token(rosa);
  }

  private TestHttp.Answer tell(String eventId, String group, String letter) {
    return tellOf(eventId, group, "{\"letter\":\"" + letter + "\"}");
  }

  private TestHttp.Answer tellOf(String eventId, String group, String parameters) {
    return http.post(
        "/id/internal/notices",
        COMMENTS,
        """
        [{"eventId":"%s-%s","accountId":"%s","kind":"new-response","group":%s,"parameters":%s}]
        """
            .formatted(rosa.id(), eventId, rosa.id(), group, parameters));
  }

  /// As it was sent before there were parameters.
  private TestHttp.Answer tellInWords(String eventId, String group, String href) {
    return http.post(
        "/id/internal/notices",
        COMMENTS,
        """
        [{"eventId":"%s-%s","accountId":"%s","kind":"new-response","group":%s,
         "sentence":"A response to <b>your</b> letter.","sentenceMany":"{count} responses.",
         "detail":null,"href":"%s"}]
        """
            .formatted(rosa.id(), eventId, rosa.id(), group, href));
  }

  @Test
  void tellsAndCountsAndReads() {
    assertThat(tell("1", "\"g\"", "/letters/a").text("/taken/0")).isNotEmpty();
    assertThat(tell("2", "\"g\"", "/letters/a").text("/taken/0")).isNotEmpty();
    assertThat(tell("2", "\"g\"", "/letters/a").text("/taken/0")).isNotEmpty();
    assertThat(tell("3", "null", "/letters/b").text("/taken/0")).isNotEmpty();

    TestHttp.Answer inbox = http.get("/id/me/notices", token);
    assertThat(inbox.json().path("notices").size()).isEqualTo(2);
    assertThat(inbox.text("/notices/0/kind")).isEqualTo("new-response");
    assertThat(inbox.text("/notices/0/parameters/letter")).isEqualTo("/letters/b");
    assertThat(inbox.text("/notices/1/parameters/letter")).isEqualTo("/letters/a");
    assertThat(inbox.json().at("/notices/1/count").asInt()).isEqualTo(2);
    assertThat(unread()).isEqualTo(2);
    assertThat(http.get("/id/me", token).json().path("unread").asInt()).isEqualTo(2);

    String id = inbox.text("/notices/0/id");
    http.put("/id/me/notices/read", token, "{\"id\":\"%s\"}".formatted(id));
    assertThat(unread()).isEqualTo(1);
    http.put("/id/me/notices/read", token, "{}");
    assertThat(unread()).isZero();
    assertThat(http.get("/id/me/notices", token).text("/notices/1/readAt")).isNotEmpty();
  }

  private int unread() {
    return http.get("/id/me/notices/count", token).json().path("unread").asInt();
  }

  @Test
  void doesNotLetAnybodyReadTheInboxOfAnother() {
    tell("1", "null", "/letters/a");
    String id = http.get("/id/me/notices", token).text("/notices/0/id");
    Account otto = new Town(context).person("otto");

    http.put("/id/me/notices/read", Town.token(otto), "{\"id\":\"%s\"}".formatted(id));

    assertThat(unread()).isEqualTo(1);
    assertThat(http.get("/id/me/notices", Town.token(otto)).json().path("notices").size()).isZero();
  }

  @Test
  void takesNoticesFromServicesWithThatScopeOnly() {
    for (String other :
        List.of(
            token,
            Tokens.service("comments-service", "profiles-service.revocations"),
            Tokens.service("comments-service", "posts-service.notices"))) {
      assertThat(http.post("/id/internal/notices", other, "{}").status()).isIn(401, 403);
    }
    assertThat(http.post("/id/internal/notices", null, "{}").status()).isEqualTo(401);
    assertThat(http.get("/id/internal/revocations", token).status()).isEqualTo(403);
    assertThat(http.get("/id/internal/accounts/" + rosa.id(), token).status()).isEqualTo(403);
    assertThat(http.post("/id/internal/admin-links", token, "").status()).isEqualTo(403);
    assertThat(http.post("/id/internal/signing-keys", COMMENTS, "").status()).isEqualTo(403);
    assertThat(http.get("/id/internal/accounts/" + rosa.id(), COMMENTS).text("/handle"))
        .isEqualTo(rosa.handle().value());
    assertThat(http.get("/id/internal/accounts/nobody", COMMENTS).status()).isEqualTo(404);
    assertThat(http.get("/id/internal/anything", COMMENTS).status()).isEqualTo(403);
  }

  @Test
  void leadsNowhereElse() {
    for (String href :
        List.of(
            "https://evil.example", "//evil.example", "/\\\\evil.example", "javascript:x", "")) {
      assertThat(tellInWords("x", "null", href).text("/refused/0/type"))
          .as(href)
          .isEqualTo("invalid-fields");
    }
    assertThat(tellInWords("ok", "null", "/letters/a#comment-1").text("/taken/0")).isNotEmpty();
    assertThat(tellInWords("root", "null", "/").text("/taken/0")).isNotEmpty();
  }

  @Test
  void takesWhatWaitedInAnOutboxInWords() {
    tellInWords("1", "null", "/letters/a");

    TestHttp.Answer inbox = http.get("/id/me/notices", token);
    assertThat(inbox.text("/notices/0/parameters/sentence"))
        .isEqualTo("A response to <b>your</b> letter.");
    assertThat(inbox.text("/notices/0/parameters/many")).isEqualTo("{count} responses.");
    assertThat(inbox.text("/notices/0/parameters/href")).isEqualTo("/letters/a");
  }

  @Test
  void takesCodesAndAFewShortParametersOnly() {
    assertThat(tellOf("0", "null", "{\"words\":\"" + "x".repeat(1000) + "\"}").text("/taken/0"))
        .isNotEmpty();
    assertThat(http.get("/id/me/notices", token).json().at("/notices/0/parameters")).hasSize(1);
    String many =
        IntStream.range(0, 13)
            .mapToObj(i -> "\"p" + "-".repeat(i) + "\":\"x\"")
            .collect(Collectors.joining(",", "{", "}"));
    for (String parameters :
        List.of(
            many,
            "{\"words\":\"" + "x".repeat(1001) + "\"}",
            "{\"A.b\":\"x\"}",
            "{\"sentence\":\"Somebody replied.\"}",
            "{\"href\":\"https://evil.example\"}")) {
      assertThat(tellOf("x", "null", parameters).text("/refused/0/type"))
          .isEqualTo("invalid-fields");
    }
    assertThat(tellOf("x", "\"" + "g".repeat(101) + "\"", "{}").text("/refused/0/type"))
        .isEqualTo("invalid-fields");
    assertThat(
            http.post(
                    "/id/internal/notices",
                    COMMENTS,
                    "[{\"eventId\":\"e\",\"accountId\":\"%s\",\"kind\":\"No word.\"}]"
                        .formatted(rosa.id()))
                .text("/refused/0/type"))
        .isEqualTo("invalid-fields");
  }

  @Test
  void knowsNobodyElse() {
    assertThat(
            http.post(
                    "/id/internal/notices",
                    COMMENTS,
                    """
                    [{"eventId":"e","accountId":"nobody000000","kind":"k","sentence":"s","href":"/"},
                     {"eventId":"f","accountId":"nobody000000"}]
                    """)
                .text("/refused/0/type"))
        .isEqualTo("not-found");
    assertThat(http.post("/id/internal/notices", COMMENTS, "[{}]").problem())
        .isEqualTo("invalid-fields");
  }
}
