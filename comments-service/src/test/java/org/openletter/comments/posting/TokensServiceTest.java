package org.openletter.comments.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.openletter.comments.OnStage;
import org.openletter.platform.test.TestHttp;
import org.openletter.platform.test.Tokens;

class TokensServiceTest extends OnStage {

  private static final String ID = "01890000-0000-7000-8000-000000000000";

  /// Every address that is not public, with a body it could take.
  private record Knock(String verb, String path, String body) {}

  private static List<Knock> personal(String letter) {
    String comment = "/letters/" + letter + "/comments/" + ID;
    return List.of(
        new Knock("POST", "/letters/" + letter + "/comments", draft("Hello.", null, "k")),
        new Knock("PUT", comment, "{\"text\":\"Hello.\"}"),
        new Knock("DELETE", comment, ""),
        new Knock("PUT", comment + "/decision", "{\"act\":\"publish\"}"),
        new Knock("DELETE", comment + "/decision", ""),
        new Knock("GET", "/comments/mine", ""),
        new Knock("GET", "/queue", ""),
        new Knock("GET", "/queue/count", ""),
        new Knock("GET", "/letters/" + letter + "/thread", ""),
        new Knock("PUT", "/letters/" + letter + "/thread", "{\"mode\":\"open\"}"));
  }

  private static List<Knock> internal(String letter) {
    return List.of(
        new Knock("PUT", "/internal/letters", "[{}]"),
        new Knock("PUT", "/internal/letters/" + letter + "/imports", "{}"),
        new Knock("PUT", "/internal/authors", "[{}]"));
  }

  @TestFactory
  Stream<DynamicTest> refusesEveryWrongTokenAtEveryDoor() {
    String letter = publishedLetter();
    List<@Nullable String> wrong =
        Arrays.asList(
            null,
            "nonsense",
            Tokens.expired(),
            Tokens.foreignKey(),
            Tokens.wrongAudience(),
            Tokens.wrongIssuer(),
            Tokens.service("posts-service", "posts-service.letters"));
    return Stream.concat(personal(letter).stream(), internal(letter).stream())
        .map(knock ->
            DynamicTest.dynamicTest(
                knock.verb() + " " + knock.path(),
                () -> {
                  for (String token : wrong) {
                    assertThat(knock(knock, token).status()).isEqualTo(401);
                  }
                }));
  }

  @TestFactory
  Stream<DynamicTest> letsNoServiceActForAPerson() {
    String letter = publishedLetter();
    String service =
        Tokens.service(
            "posts-service",
            "comments-service.letters comments-service.imports comments-service.authors");
    return personal(letter).stream()
        .map(knock ->
            DynamicTest.dynamicTest(
                knock.verb() + " " + knock.path(),
                () -> assertThat(knock(knock, service).status()).isIn(401, 403)));
  }

  @TestFactory
  Stream<DynamicTest> letsNoPersonAndNoOtherScopeInside() {
    String letter = publishedLetter();
    String admin = Tokens.person("adm000000000", "admin", "member", "moderator", "admin");
    String other = Tokens.service("gateway", "comments-service.status");
    return internal(letter).stream()
        .map(knock ->
            DynamicTest.dynamicTest(
                knock.path(),
                () -> {
                  assertThat(knock(knock, admin).status()).isEqualTo(403);
                  assertThat(knock(knock, other).status()).isEqualTo(403);
                }));
  }

  @Test
  void letsAnAccountThatWaitsForStaffReadItsOwnButNotWrite() {
    String letter = openLetter();
    String waiting = Tokens.person(someId(), "newcomer");

    TestHttp.Answer posted =
        http.post("/letters/" + letter + "/comments", waiting, draft("Hello.", null, "k"));

    assertThat(posted.status()).isEqualTo(403);
    assertThat(http.get("/comments/mine", waiting).status()).isEqualTo(200);
    assertThat(
            http.get("/letters/" + letter + "/comments", waiting)
                .json()
                .at("/canRespond/allowed")
                .asBoolean())
        .isFalse();
  }

  @Test
  void answersAForeignOwnerAsIfNothingWereThere() {
    String letter = publishedLetter();
    String id = respond(letter, marit, "Mine.").text("/id");
    Person other = person("other");

    for (TestHttp.Answer answer :
        List.of(
            edit(letter, id, other, "Yours now."),
            withdraw(letter, id, other),
            decide(letter, id, other, "{\"act\":\"publish\"}"),
            undo(letter, id, other),
            http.get("/letters/" + letter + "/thread", other.token()),
            http.put("/letters/" + letter + "/thread", other.token(), "{\"mode\":\"open\"}"),
            decide(letter, id, marit, "{\"act\":\"publish\"}"),
            edit(letter, id, rosa, "The creator changes no words."),
            withdraw(letter, id, rosa))) {
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.problem()).isEqualTo("not-found");
    }
    // Nested ids that do not belong together.
    String elsewhere = publishedLetter();
    assertThat(decide(elsewhere, id, rosa, "{\"act\":\"publish\"}").status()).isEqualTo(404);
    assertThat(withdraw(elsewhere, id, marit).status()).isEqualTo(404);
    assertThat(open(elsewhere, id, marit).status()).isEqualTo(404);
  }

  private TestHttp.Answer knock(Knock knock, @Nullable String token) {
    return switch (knock.verb()) {
      case "GET" -> http.get(knock.path(), token);
      case "DELETE" -> http.delete(knock.path(), token);
      case "POST" -> http.post(knock.path(), token, knock.body());
      default -> http.put(knock.path(), token, knock.body());
    };
  }
}
