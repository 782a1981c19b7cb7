package org.openletter.comments.reading;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.openletter.comments.OnStage;
import org.openletter.platform.test.TestHttp;
import org.openletter.platform.test.Tokens;

/// Every state a comment can be in, seen by everybody who can look, through everything there is to
/// look through. The words of a comment are a canary: they appear where they may and nowhere else.
class VisibilityServiceTest extends OnStage {

  private static final String NO_ID = "01890000-0000-7000-8000-000000000000";

  private enum State {
    PUBLISHED,
    HELD_FOR_SCREENING,
    HELD_AS_JUNK,
    HELD_AS_FIRST,
    EDIT_HELD,
    REMOVED_AFTER_PUBLICATION,
    SPAM_NEVER_SHOWN,
    WITHDRAWN_AFTER_PUBLICATION,
    WITHDRAWN_NEVER_SHOWN,
    UNDONE_PUBLICATION,
    LETTER_WITHDRAWN
  }

  private enum Looker {
    STRANGER,
    AUTHOR,
    CREATOR,
    OTHER_MEMBER,
    MODERATOR,
    GATEWAY
  }

  private enum Projection {
    NEWEST,
    OLDEST,
    PERMALINK,
    REPLIES,
    ROOT_REPLIES,
    PLACE_OF_ROOT,
    MINE,
    QUEUE,
    COUNTS
  }

  /// Who may read the canary, and where.
  private static boolean mayRead(State state, Looker looker, Projection projection) {
    boolean inThread =
        List.of(
                Projection.NEWEST,
                Projection.OLDEST,
                Projection.PERMALINK,
                Projection.ROOT_REPLIES,
                Projection.PLACE_OF_ROOT)
            .contains(projection);
    boolean author = looker == Looker.AUTHOR;
    boolean creator = looker == Looker.CREATOR;
    boolean mine = author && projection == Projection.MINE;
    return switch (state) {
      case PUBLISHED -> inThread || mine;
      case HELD_FOR_SCREENING, HELD_AS_JUNK, HELD_AS_FIRST, UNDONE_PUBLICATION ->
          author && inThread
              || mine
              || creator && (projection == Projection.QUEUE || projection == Projection.PERMALINK);
      case EDIT_HELD ->
          author && (inThread || projection == Projection.MINE)
              || creator && projection == Projection.QUEUE;
      case REMOVED_AFTER_PUBLICATION, SPAM_NEVER_SHOWN, LETTER_WITHDRAWN -> mine;
      case WITHDRAWN_AFTER_PUBLICATION, WITHDRAWN_NEVER_SHOWN -> false;
    };
  }

  private record Scene(String letter, String rootId, String id, String canary, Person author) {}

  @TestFactory
  Stream<DynamicTest> showsTheWordsWhereTheyMayBeReadAndNowhereElse() {
    return Stream.of(State.values())
        .flatMap(state -> {
          Scene scene = scene(state);
          return Stream.of(Looker.values())
              .map(looker ->
                  DynamicTest.dynamicTest(
                      state + " seen by " + looker, () -> look(state, scene, looker)));
        });
  }

  private void look(State state, Scene scene, Looker looker) {
    for (Projection projection : Projection.values()) {
      TestHttp.Answer answer = http.get(address(projection, scene), token(looker, scene));
      assertThat(answer.body().contains(scene.canary()))
          .as("%s of a comment that is %s, for %s: %s", projection, state, looker, answer.body())
          .isEqualTo(mayRead(state, looker, projection));
      assertThat(answer.body())
          .as("account ids never leave")
          .doesNotContain(scene.author().account())
          .doesNotContain(rosa.account());
    }
    hiddenAndUnknownAreOne(state, scene, looker);
  }

  private void hiddenAndUnknownAreOne(State state, Scene scene, Looker looker) {
    boolean hidden =
        switch (state) {
          case HELD_FOR_SCREENING, HELD_AS_JUNK, HELD_AS_FIRST, UNDONE_PUBLICATION ->
              looker != Looker.AUTHOR && looker != Looker.CREATOR;
          case SPAM_NEVER_SHOWN, WITHDRAWN_NEVER_SHOWN, LETTER_WITHDRAWN -> true;
          default -> false;
        };
    if (hidden) {
      TestHttp.Answer unknown =
          http.get("/letters/" + scene.letter() + "/comments/" + NO_ID, token(looker, scene));
      TestHttp.Answer answer = http.get(address(Projection.PERMALINK, scene), token(looker, scene));
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.body().replace(scene.id(), NO_ID))
          .as("the same answer, but for the address that was asked")
          .isEqualTo(unknown.body());
      if (state != State.LETTER_WITHDRAWN) {
        assertThat(list(scene.letter(), null).body()).doesNotContain(scene.id());
        assertThat(list(scene.letter(), null).json().at("/count").asInt()).isEqualTo(1);
      }
    }
  }

  // The screening goes on answering like this until the next scene, so that what waits for it waits
  // as long as somebody looks.
  private Scene scene(State state) {
    everybodyAnswers();
    String letter = openLetter();
    Person root = person("root");
    Person author = person("author");
    String rootId = publicResponse(letter, root, "The root.");
    String canary = "canary" + someId();
    String id = arrive(state, letter, rootId, author, canary);
    become(state, letter, id, author, canary);
    until("the root is counted", () -> counts(letter) >= (state == State.LETTER_WITHDRAWN ? 0 : 1));
    return new Scene(letter, rootId, id, canary, author);
  }

  private String arrive(State state, String letter, String rootId, Person author, String canary) {
    switch (state) {
      case HELD_FOR_SCREENING -> screeningAnswers(aResponse().withStatus(500));
      case HELD_AS_JUNK, SPAM_NEVER_SHOWN, WITHDRAWN_NEVER_SHOWN, UNDONE_PUBLICATION ->
          screeningSays(holds("advertising"));
      case HELD_AS_FIRST ->
          settings(letter, "{\"mode\":\"hold-first-timers\",\"rules\":[\"Be kind.\"]}");
      default -> {}
    }
    String text = state == State.EDIT_HELD ? "Old words." : canary;
    String id = reply(letter, author, rootId, text).text("/id");
    assertThat(id).isNotEmpty();
    return id;
  }

  private void become(State state, String letter, String id, Person author, String canary) {
    String remove =
        "{\"act\":\"remove\",\"reason\":{\"code\":\"off-topic\",\"text\":\"Not here.\"}}";
    switch (state) {
      case EDIT_HELD -> {
        screeningSays(holds("advertising"));
        assertThat(edit(letter, id, author, canary).status()).isEqualTo(202);
      }
      case REMOVED_AFTER_PUBLICATION ->
          assertThat(decide(letter, id, rosa, remove).status()).isEqualTo(200);
      case SPAM_NEVER_SHOWN ->
          assertThat(decide(letter, id, rosa, "{\"act\":\"spam\"}").status()).isEqualTo(200);
      case WITHDRAWN_AFTER_PUBLICATION, WITHDRAWN_NEVER_SHOWN ->
          assertThat(withdraw(letter, id, author).status()).isEqualTo(204);
      case UNDONE_PUBLICATION -> {
        assertThat(decide(letter, id, rosa, "{\"act\":\"publish\"}").status()).isEqualTo(200);
        assertThat(undo(letter, id, rosa).status()).isEqualTo(200);
      }
      case LETTER_WITHDRAWN -> tell(letter, rosa, "withdrawn");
      default -> {}
    }
  }

  private int counts(String letter) {
    return http.get("/threads?letters=" + letter, null).json().at("/counts/" + letter).asInt(0);
  }

  private String address(Projection projection, Scene scene) {
    String comments = "/letters/" + scene.letter() + "/comments";
    return switch (projection) {
      case NEWEST -> comments;
      case OLDEST -> comments + "?order=oldest";
      case PERMALINK -> comments + "/" + scene.id();
      case REPLIES -> comments + "/" + scene.id() + "/replies";
      case ROOT_REPLIES -> comments + "/" + scene.rootId() + "/replies";
      case PLACE_OF_ROOT -> comments + "/" + scene.rootId();
      case MINE -> "/comments/mine";
      case QUEUE -> "/queue";
      case COUNTS -> "/threads?letters=" + scene.letter();
    };
  }

  private @Nullable String token(Looker looker, Scene scene) {
    return switch (looker) {
      case STRANGER -> null;
      case AUTHOR -> scene.author().token();
      case CREATOR -> rosa.token();
      case OTHER_MEMBER -> marit.token();
      case MODERATOR -> Tokens.person(someId(), "mod", "member", "moderator", "admin");
      case GATEWAY -> Tokens.service("gateway", "comments-service.threads");
    };
  }
}
