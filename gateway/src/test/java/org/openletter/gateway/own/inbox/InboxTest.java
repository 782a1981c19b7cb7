package org.openletter.gateway.own.inbox;

import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openletter.gateway.Desk;
import org.openletter.gateway.GatewayTest;
import org.openletter.platform.test.Neighbours;
import org.openletter.platform.test.TestHttp;

/// The inbox through the whole gateway.
@GatewayTest
class InboxTest {

  private static final String NOTICES = "/profiles-service/id/me/notices";

  @Test
  void tellsWhatHappenedAndLeadsThere(TestHttp http) {
    var desk = new Desk(http);
    Desk.answers(
        "GET",
        NOTICES,
        """
        {"notices":[
          {"id":"n1","kind":"response-removed","parameters":{"letter":"abcdefabcdef","title":"%s",
            "reason":"off-topic","words":"Because."},"count":1,
           "at":"2026-11-14T08:00:00Z","readAt":null},
          {"id":"n2","kind":"reply","parameters":{"sentence":"tomek replied.","href":"https://evil.example/"},"count":1,
           "at":"2026-11-13T08:00:00Z","readAt":"2026-11-13T09:00:00Z"},
          {"id":"n3","kind":"of-tomorrow","parameters":{"letter":"abcdefabcdef","slug":"the-stairs"},"count":1,
           "at":"2026-11-12T08:00:00Z","readAt":"2026-11-13T09:00:00Z"}],
         "next":"older"}\
        """
            .formatted(Desk.json(Desk.HOSTILE)));

    var page = Desk.page(desk.get("/inbox"));

    assertThat(page.select(".notices li")).hasSize(3);
    assertThat(page.select(".notices .new a[href='/me/comments']").text())
        .isEqualTo(
            "Your response to “"
                + Desk.HOSTILE
                + "” was removed by the writer of this letter: off topic.");
    assertThat(page.select(".notices .new .detail").text()).isEqualTo("Because.");
    assertThat(page.select(".notices a[href='/letters/abcdefabcdef/the-stairs']").text())
        .isEqualTo("Something happened that concerns you. This page has no words for it yet.");
    assertThat(page.select(".notices").text()).contains("tomek replied.");
    assertThat(page.select(".notices a[href^=https]")).isEmpty();
    assertThat(page.select("script:not([src]), img")).isEmpty();
    assertThat(page.select("form[action='/inbox/read'] button").text())
        .isEqualTo("Mark all as read");
    assertThat(page.select("a[href='/inbox?before=older']")).hasSize(1);
  }

  @Test
  void saysThatNothingIsNew(TestHttp http) {
    var desk = new Desk(http);
    Desk.answers("GET", NOTICES, "{\"notices\":[],\"next\":null}");

    var page = Desk.page(desk.get("/inbox"));

    assertThat(page.select("main").text()).contains("Nothing new.");
    assertThat(page.select("form[action='/inbox/read']")).isEmpty();
  }

  @Test
  void marksAllAsRead(TestHttp http) {
    var desk = new Desk(http);
    Neighbours.wireMock().stubFor(put(urlPathEqualTo(NOTICES + "/read")).willReturn(noContent()));

    var answer = desk.post("/inbox/read");

    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Location")).isEqualTo("/inbox");
    assertThat(Desk.arrived("PUT", NOTICES + "/read").getFirst().getBodyAsString()).isEqualTo("{}");
  }

  @Test
  void doesNotTakeSilenceForAnEmptyInbox(TestHttp http) {
    var desk = new Desk(http);
    Desk.fails(NOTICES);

    assertThat(desk.get("/inbox").status()).isEqualTo(503);
  }
}
