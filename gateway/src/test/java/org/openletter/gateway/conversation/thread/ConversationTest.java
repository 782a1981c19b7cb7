package org.openletter.gateway.conversation.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openletter.gateway.conversation.thread.CommentsForTests.aComment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openletter.gateway.conversation.composer.Composer;
import org.openletter.gateway.conversation.composer.Refusal;
import org.openletter.gateway.look.page.PagesForTests;
import org.openletter.gateway.look.page.Viewer;
import org.openletter.gateway.neighbour.comments.Comment;
import org.openletter.gateway.neighbour.comments.Conversation;
import org.openletter.templates.gateway.StaticTemplates;

/// What a conversation shows to whom.
class ConversationTest {

  private static final Viewer MARIT = PagesForTests.member("marit");

  @Test
  void namesAResponseByItsWriterAndTime() {
    var shown = shown(Viewer.STRANGER, aComment().number(1));

    var article = shown.expectFirst("article.response");
    assertThat(article.attr("aria-label")).isEqualTo("ines_b, yesterday, 22:10");
    assertThat(article.select("time").attr("datetime")).isEqualTo("2026-11-14T22:10:00Z");
    assertThat(article.select(".text").html()).isEqualTo("<p>Eighty-one <em>steps</em>.</p>");
    assertThat(article.select(".do a").eachText()).containsExactly("Reply", "Link");
  }

  @Test
  void marksTheWriterOfTheLetterAndImportedNames() {
    var shown =
        shown(
            Viewer.STRANGER,
            aComment().byTheWriter().number(1),
            aComment().imported("A. K.").number(2));

    assertThat(shown.select(".chip").eachText())
        .containsExactly("Writer of this letter", "imported");
    assertThat(shown.select(".who a").eachAttr("href")).containsExactly("/people/piet");
  }

  @Test
  void saysWhatBecomesOfAResponseThatWaits() {
    var shown = shown(MARIT, aComment().mine().held("first-comment").number(1));

    assertThat(shown.select(".chip").text()).isEqualTo("Only you and Piet see this");
    assertThat(shown.select(".response .note").text())
        .isEqualTo(
            "Waiting for Piet. First responses on this letter are read by its writer before they"
                + " appear.");
    assertThat(shown.select(".do a").eachText()).containsExactly("Withdraw");
    assertThat(shown.select(".thread > .note")).isEmpty();
  }

  @Test
  void saysWhenResponsesAreCheckedSlowly() {
    var shown = shown(MARIT, aComment().mine().held("screening-pending").number(1));

    assertThat(shown.select(".thread > .note").text())
        .startsWith("Responses are being checked more slowly than usual.");
    assertThat(shown.select(".response .note").text()).startsWith("Waiting to be checked.");
  }

  @Test
  void tellsThatAChangeWaitsWhileTheOldWordsStay() {
    var shown = shown(MARIT, aComment().mine().withAChangeThatWaits().number(1));

    assertThat(shown.select(".chip").text()).isEqualTo("a change waits");
    assertThat(shown.select(".response .note").text()).startsWith("Your change waits for Piet.");
    assertThat(shown.select(".do a").eachText()).contains("Reply");
  }

  @Test
  void countsTheMinutesLeftToChangeAResponse() {
    var shown = shown(MARIT, aComment().mine().editableFor(Duration.ofSeconds(61)).number(1));

    assertThat(shown.select(".do a").eachText())
        .containsExactly("Reply", "Link", "Edit (2 minutes left)", "Withdraw");
    assertThat(shown(MARIT, aComment().mine().editableFor(Duration.ZERO).number(1)).text())
        .doesNotContain("Edit");
  }

  @Test
  void saysWhoTookAResponseAwayAndWhy() {
    var shown =
        shown(
            Viewer.STRANGER,
            aComment().goneBy("writer-of-letter", "advertising").number(1),
            aComment().goneBy("author", null).number(2),
            aComment().goneBy("moderator", "personal-data").number(3));

    assertThat(shown.select(".gone").eachText())
        .containsExactly(
            "This response was removed by the writer of this letter: advertising. How decisions are made",
            "This response was withdrawn by its writer. How decisions are made",
            "This response was removed by a moderator: personal data. How decisions are made");
  }

  @Test
  void letsTheWriterOfTheLetterTakeAResponseAway() {
    var shown = shown(PagesForTests.member("piet"), aComment().onMyLetter().number(1));

    assertThat(shown.select(".do a:last-child").attr("href"))
        .isEqualTo("/studio/queue/abcdefabcdef/" + aComment().number(1).id());
  }

  @Test
  void remindsTheWriterOfTheLetterOfWhatWaits() {
    var shown = shown(PagesForTests.member("piet"), aComment().onMyLetter().number(1));

    assertThat(shown.select(".thread > .note").text())
        .isEqualTo("1 response waits for you. Read it");
    assertThat(shown.select(".thread > .note a").attr("href"))
        .isEqualTo("/studio/queue?letter=abcdefabcdef");
  }

  @Test
  void leadsToTheRepliesThatAreNotShown() {
    var shown = shown(Viewer.STRANGER, aComment().answeredBy(aComment().number(2), 4).number(1));

    var more = shown.expectFirst(".replies .more a");
    assertThat(more.text()).isEqualTo("4 more replies");
    assertThat(more.attr("href"))
        .isEqualTo(
            "/letters/abcdefabcdef/comments/"
                + aComment().number(1).id()
                + "/replies?after=cursor");
    assertThat(more.attr("hx-get")).endsWith("/replies?after=cursor&part=true");
  }

  @Test
  void saysWhenResponsesAreClosed() {
    var page = PagesForTests.page(MARIT);
    var closed =
        new Conversation(
            "abcdefabcdef",
            0,
            "newest",
            "open",
            Instant.parse("2026-05-01T00:00:00Z"),
            null,
            null,
            null,
            List.of(),
            null);

    assertThat(Refusal.of(closed, page)).isEqualTo("Responses closed on 1 May 2026.");
    assertThat(rendered(MARIT, closed).select("form.composer")).isEmpty();
  }

  @Test
  void invitesTheFirstResponse() {
    var shown = shown(Viewer.STRANGER);

    assertThat(shown.select("h2").text()).isEqualTo("No responses yet");
    assertThat(shown.select(".empty").text()).isEqualTo("Yours can be the first.");
    assertThat(shown.select(".sort")).isEmpty();
  }

  private static Element shown(Viewer viewer, Comment... comments) {
    return rendered(
        viewer,
        new Conversation(
            "abcdefabcdef",
            comments.length,
            "newest",
            "hold-first-timers",
            null,
            List.of("Be kind."),
            null,
            viewer.is("piet") ? comments.length : null,
            List.of(comments),
            null));
  }

  private static Element rendered(Viewer viewer, Conversation conversation) {
    var page = PagesForTests.page(viewer);
    var composer =
        Composer.empty(
            viewer,
            "abcdefabcdef",
            null,
            "key",
            conversation.houseRules(),
            Refusal.of(conversation, page));
    @Nullable String noReplyWaits = null;
    return Jsoup.parse(
        new StaticTemplates()
            .threadConversation(
                page,
                CommentsForTests.LETTER,
                conversation,
                composer,
                "newest",
                false,
                false,
                noReplyWaits)
            .render());
  }
}
