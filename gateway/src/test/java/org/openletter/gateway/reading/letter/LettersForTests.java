package org.openletter.gateway.reading.letter;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import java.util.Locale;
import java.util.UUID;
import org.openletter.platform.test.Neighbours;

/// Letters and conversations as the neighbours tell them.
public final class LettersForTests {

  /// Closes attributes, opens elements, runs scripts: wherever it is not escaped.
  public static final String HOSTILE = "\"'></title><script>alert(1)</script><img src=x onerror=a>";

  private LettersForTests() {}

  /// posts-service has this letter, and comments-service nothing below it.
  public static void letter(String id, String slug, String title) {
    Neighbours.wireMock()
        .stubFor(
            get(urlPathEqualTo("/posts-service/letters/" + id))
                .willReturn(okJson(json(id, slug, title))));
    conversation(id, "");
  }

  public static String json(String id, String slug, String title) {
    return """
    {"id":"%s","slug":"%s","state":"published","title":"%s","addressee":"the Board","byline":"Rosa, with others",
     "disclaimer":"Her own views.","topics":["transport"],"author":{"handle":"rosa","name":"Rosa"},
     "html":"<p>You wrote on Monday.</p>","words":4,"minutes":1,"publishedAt":"2026-11-14T08:00:00Z",
     "updatedAt":"2026-11-14T08:00:00Z","changedAt":null,"language":"en","version":1,"mine":false}\
    """
        .formatted(id, slug, title);
  }

  /// comments-service has these responses, as JSON with commas between them.
  public static void conversation(String id, String comments) {
    Neighbours.wireMock()
        .stubFor(
            get(urlPathEqualTo("/comments-service/letters/" + id + "/comments"))
                .willReturn(
                    okJson(
                        """
                        {"letterId":"%s","count":%d,"order":"newest","mode":"hold-first-timers","closesAt":null,
                         "rules":["Be kind."],"canRespond":{"allowed":true,"why":null},"comments":[%s],"next":null}\
                        """
                            .formatted(id, comments.split("\\{\"id\"", -1).length - 1, comments))));
  }

  /// One public response.
  public static String comment(String letterId, int number, String handle, String html) {
    return """
    {"id":"%s","letterId":"%s","parentId":null,"depth":0,"author":{"handle":"%s","name":"%s","imported":false},
     "mine":false,"byWriter":false,"state":"published","html":"%s","text":null,"createdAt":"2026-11-14T22:10:00Z",
     "editedAt":null,"tombstone":null,"waiting":null,"editableUntil":null,"replies":[],"moreReplies":0,
     "nextReply":null,"canRemove":false}\
    """
        .formatted(commentId(number), letterId, handle, handle, html);
  }

  public static String commentId(int number) {
    return new UUID(0x0193b2c400007000L, 0x8000000000000000L + number)
        .toString()
        .toLowerCase(Locale.ROOT);
  }

  /// posts-service answers with this status.
  public static void refused(String id, int status, String type) {
    Neighbours.wireMock()
        .stubFor(
            get(urlPathEqualTo("/posts-service/letters/" + id))
                .willReturn(
                    status(status)
                        .withHeader("Content-Type", "application/problem+json")
                        .withBody("{\"type\":\"/problems/" + type + "\",\"detail\":\"No.\"}")));
  }
}
