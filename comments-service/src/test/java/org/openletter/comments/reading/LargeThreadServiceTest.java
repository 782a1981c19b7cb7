package org.openletter.comments.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openletter.comments.OnStage;
import org.openletter.platform.test.TestHttp;
import tools.jackson.databind.JsonNode;

class LargeThreadServiceTest extends OnStage {

  private static final String PUBLISH = "{\"decision\":\"publish\",\"version\":\"1.0\"}";

  /// One imported comment, written on minute `number` of the year 2020.
  private static String imported(int number, String parent, String verdict) {
    return """
    {"source":"%d","parentSource":%s,"name":"n%d","text":"Text %d.","verdict":%s,
     "at":"2020-01-%02dT%02d:%02d:00Z"}
    """
        .formatted(
            number,
            parent,
            number,
            number,
            verdict,
            1 + number / 1440,
            number % 1440 / 60,
            number % 60);
  }

  private void fill(String letter, List<String> comments) {
    for (int from = 0; from < comments.size(); from += 200) {
      List<String> batch = comments.subList(from, Math.min(from + 200, comments.size()));
      assertThat(bringIn(letter, eventId(), String.join(",", batch)).status()).isEqualTo(204);
    }
    until("all are counted", () -> count(letter) == comments.size());
  }

  private int count(String letter) {
    return http.get("/threads?letters=" + letter, null).json().at("/counts/" + letter).asInt(0);
  }

  /// 300 roots; the first has 10 replies, the second one reply of a reply.
  private String largeLetter() {
    String letter = openLetter();
    List<String> comments = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      comments.add(imported(i, "null", PUBLISH));
    }
    for (int i = 300; i < 310; i++) {
      comments.add(imported(i, "\"0\"", PUBLISH));
    }
    comments.add(imported(310, "\"1\"", PUBLISH));
    comments.add(imported(311, "\"310\"", PUBLISH));
    fill(letter, comments);
    return letter;
  }

  private static List<String> texts(JsonNode comments) {
    List<String> texts = new ArrayList<>();
    comments.forEach(
        c -> texts.add(c.at("/html").asString().replaceAll("<p>Text |\\.</p>\\n", "")));
    return texts;
  }

  @Test
  void goesThroughAllRootsOnceInBothOrders() {
    String letter = largeLetter();
    for (String order : List.of("newest", "oldest")) {
      List<String> seen = new ArrayList<>();
      String after = "";
      int pages = 0;
      do {
        JsonNode page =
            http.get("/letters/" + letter + "/comments?order=" + order + after, null).json();
        assertThat(page.at("/count").asInt()).isEqualTo(312);
        assertThat(page.at("/comments").size()).isLessThanOrEqualTo(50);
        seen.addAll(texts(page.at("/comments")));
        after = page.at("/next").isNull() ? "" : "&after=" + page.at("/next").asString();
        pages++;
      } while (!after.isEmpty());

      assertThat(pages).isEqualTo(6);
      Set<String> once = new LinkedHashSet<>(seen);
      assertThat(once).hasSize(300).hasSameSizeAs(seen);
      assertThat(seen.getFirst()).isEqualTo(order.equals("newest") ? "299" : "0");
    }
  }

  @Test
  void givesThreeRepliesAndTheOthersByCursor() {
    String letter = largeLetter();

    JsonNode root =
        http.get("/letters/" + letter + "/comments?order=oldest", null).json().at("/comments/0");

    assertThat(texts(root.at("/replies"))).containsExactly("300", "301", "302");
    assertThat(root.at("/moreReplies").asInt()).isEqualTo(7);
    String rest =
        "/letters/%s/comments/%s/replies?after=%s"
            .formatted(letter, root.at("/id").asString(), root.at("/nextReply").asString());
    JsonNode replies = http.get(rest, null).json();
    assertThat(texts(replies.at("/comments")))
        .containsExactly("303", "304", "305", "306", "307", "308", "309");
    assertThat(replies.at("/next").isNull()).isTrue();
    JsonNode second =
        http.get("/letters/" + letter + "/comments?order=oldest", null).json().at("/comments/1");
    assertThat(second.at("/replies/0/replies/0/html").asString()).contains("311");
    assertThat(second.at("/replies/0/replies/0/depth").asInt()).isEqualTo(3);
    assertThat(second.at("/moreReplies").asInt()).isZero();
  }

  @Test
  void showsHerOwnWaitingReplyInItsPlaceAndANewReplyAtOnce() {
    String letter = largeLetter();
    String address = "/letters/" + letter + "/comments?order=oldest";
    String third = http.get(address, null).text("/comments/2/id");
    screeningSays(holds("advertising"));
    String held = reply(letter, marit, third, "Mine waits.").text("/id");
    everybodyAnswers();

    assertThat(http.get(address, marit.token()).text("/comments/2/replies/0/id")).isEqualTo(held);
    assertThat(http.get(address, null).body()).doesNotContain("Mine waits.");

    String fourth = http.get(address, null).text("/comments/3/id");
    String shown = reply(letter, marit, fourth, "Mine is there.").text("/id");
    assertThat(http.get(address, marit.token()).text("/comments/3/replies/0/id")).isEqualTo(shown);
  }

  @Test
  void refusesWhatIsNoCursorOfIts() {
    String letter = openLetter();
    String other = openLetter();
    String here = publicResponse(letter, marit, "Here.");
    String there = publicResponse(other, marit, "There.");
    String comments = "/letters/" + letter + "/comments";

    for (String bad :
        List.of(
            "?after=1",
            "?order=best",
            "?after=%7B%22$gt%22:%22%22%7D",
            "/" + here + "/replies?after=x",
            "/" + here + "/replies?after=" + there,
            "/" + here + "/replies?after=" + here)) {
      assertThat(http.get(comments + bad, null).status()).as(bad).isEqualTo(400);
    }
    assertThat(http.get("/comments/mine?before=x", marit.token()).status()).isEqualTo(400);
  }

  @Test
  void keepsRepliesVisibleWhileTheirParentIsHeldAndPutsThemBackUnderIt() {
    String letter = openLetter();
    List<String> comments = new ArrayList<>();
    for (int i = 0; i < 220; i++) {
      comments.add(imported(i, "null", PUBLISH));
    }
    comments.add(imported(500, "null", holds("advertising")));
    comments.add(imported(501, "\"500\"", PUBLISH));
    comments.add(imported(502, "\"501\"", PUBLISH));
    for (int from = 0; from < comments.size(); from += 200) {
      bringIn(
          letter,
          eventId(),
          String.join(",", comments.subList(from, Math.min(from + 200, comments.size()))));
    }
    until("all public ones are counted", () -> count(letter) == 222);

    TestHttp.Answer before = list(letter, null);
    assertThat(texts(before.json().at("/comments")).getFirst()).isEqualTo("501");
    assertThat(before.json().at("/comments/0/depth").asInt()).isEqualTo(1);
    assertThat(before.json().at("/comments/0/parentId").isNull()).isTrue();
    assertThat(before.text("/comments/0/replies/0/html")).contains("502");
    assertThat(before.body()).doesNotContain("Text 500.");

    String parent = http.get("/queue?letter=" + letter, rosa.token()).text("/items/0/comment/id");
    decide(letter, parent, rosa, "{\"act\":\"publish\"}");

    until(
        "the reply stands under it",
        () -> list(letter, null).text("/comments/0/replies/0/html").contains("501"));
    assertThat(list(letter, null).text("/comments/0/id")).isEqualTo(parent);
    assertThat(list(letter, null).text("/comments/0/replies/0/replies/0/html")).contains("502");
    until("it is counted", () -> count(letter) == 223);
  }
}
