package org.openletter.gateway.own.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openletter.gateway.neighbour.profiles.Told;

/// What people read for each kind of notice.
class NoticeWordsTest {

  private static final String COMMENT = "0193b2c4-0000-7000-8000-000000000001";
  private static final String PLACE = "/letters/abcdefabcdef/comments/" + COMMENT;

  private static final Map<String, String> RESPONSE =
      Map.of("letter", "abcdefabcdef", "title", "The stairs", "comment", COMMENT);

  @Test
  void saysThatAResponseWaits() {
    assertWords(
        of("response-held", "reason", "first-comment"),
        "Your response to “The stairs” waits for its writer.",
        "First responses on this letter are read by its writer before they appear.",
        PLACE);
    assertThat(of("response-held", "reason", "screening-pending").sentence())
        .isEqualTo("Your response to “The stairs” is kept and will be checked.");
    assertThat(of("response-held", "what", "change", "reason", "junk").sentence())
        .isEqualTo("Your change of a response to “The stairs” waits. The old words stay public.");
    assertThat(of("response-held", "reason", "of-tomorrow").detail()).isNull();
  }

  @Test
  void saysThatAResponseIsPublicOrRemoved() {
    assertWords(of("response-published"), "Your response to “The stairs” is public.", null, PLACE);
    assertWords(
        of("response-published", "what", "change"),
        "Your change of a response to “The stairs” is public.",
        null,
        PLACE);
    assertWords(
        of("response-removed", "reason", "rule", "words", "Be kind."),
        "Your response to “The stairs” was removed by the writer of this letter: against the house"
            + " rules.",
        "Be kind.",
        "/me/comments");
    assertThat(of("response-removed").sentence())
        .isEqualTo("Your response to “The stairs” was removed by the writer of this letter.");
  }

  @Test
  void saysWhoRespondedAndHowManyDid() {
    assertWords(
        of("reply", "by", "tomek"), "tomek replied to your response to “The stairs”.", null, PLACE);
    assertThat(of(3, "reply", "by", "tomek").sentence())
        .isEqualTo("3 replies to your response to “The stairs”.");
    assertWords(
        of("new-response", "by", "tomek", "slug", "the-stairs"),
        "tomek responded to “The stairs”.",
        null,
        "/letters/abcdefabcdef/the-stairs#thread");
    assertThat(of(2, "new-response", "by", "tomek").sentence())
        .isEqualTo("2 new responses to “The stairs”.");
  }

  @Test
  void saysWhatIsHeldForTheWriterOfALetter() {
    assertWords(
        of("waiting"), "A response to “The stairs” was held for you.", null, "/studio/queue");
    assertThat(of(2, "waiting").sentence())
        .isEqualTo("2 responses to “The stairs” were held for you.");
    assertWords(
        of("imported-waiting", "responses", "1"),
        "1 response that came with “The stairs” was held for you.",
        null,
        "/studio/queue");
    assertThat(of("imported-waiting", "responses", "8").sentence())
        .isEqualTo("8 responses that came with “The stairs” were held for you.");
    assertThat(of(2, "imported-waiting", "responses", "8").sentence())
        .isEqualTo("Responses that came with “The stairs” were held for you.");
  }

  @Test
  void saysWhatBecameOfAnAccount() {
    assertWords(
        of("name-waits"), "A name waits for your approval.", null, "/admin/people?waiting=true");
    assertThat(of(4, "name-waits").sentence()).isEqualTo("4 names came in that wait for approval.");
    assertWords(
        of("name-approved", "name", "Rosa"),
        "Your name was approved: everybody sees you as “Rosa” now. You can write.",
        null,
        "/");
    assertThat(of("name-compared", "name", "Rosa").sentence())
        .isEqualTo(
            "Your name could be compared now, and nothing is in its way: everybody sees you as"
                + " “Rosa”. You can write.");
    assertThat(of("name-refused", "wanted", "Piet P.", "name", "Rosa").sentence())
        .isEqualTo(
            "The name “Piet P.” was not approved, because it can be taken for somebody else's."
                + " Everybody sees you as “Rosa”. Keep that name or choose another, and you can"
                + " write at once.");
    assertThat(of("handle-refused", "handle", "adm1n").sentence())
        .isEqualTo(
            "Your handle adm1n was not approved, because it can be taken for somebody else's. A"
                + " handle stays as it is: to write, make another account with another handle.");
    assertThat(of("roles", "roles", "member moderator admin").sentence())
        .isEqualTo(
            "An admin changed your roles: you are a moderator and an admin of this site now.");
    assertThat(of("roles", "roles", "member").sentence())
        .isEqualTo("An admin changed your roles: you are a member like everybody else now.");
    assertThat(of("password-recovered").sentence())
        .isEqualTo(
            "Your password was changed with your recovery code. If it was not you, make a new code"
                + " and password now.");
  }

  @Test
  void showsTheWordsOfNoticesFromBefore() {
    var before =
        of(
            3,
            "reply",
            "sentence",
            "tomek replied.",
            "many",
            "{count} replies.",
            "detail",
            "More.",
            "href",
            "/me");

    assertWords(before, "3 replies.", "More.", "/me");
    assertThat(of("anything", "sentence", "tomek replied.").sentence()).isEqualTo("tomek replied.");
  }

  @Test
  void leadsToWhatAnUnknownKindIsAbout() {
    assertThat(of("of-tomorrow").href()).isEqualTo(PLACE);
    assertThat(of("of-tomorrow", "comment", "../../admin").href())
        .isEqualTo("/letters/abcdefabcdef/letter");
    assertThat(of("of-tomorrow", "letter", "//evil.example").href()).isNull();
    assertThat(of("new-response", "slug", "a/../b").href())
        .isEqualTo("/letters/abcdefabcdef/letter#thread");
  }

  @Test
  void saysSomethingWhateverIsMissing() {
    assertThat(NoticeWords.of(told(1, "reply", Map.of())).sentence())
        .isEqualTo("Somebody replied to your response to a letter.");
    assertThat(NoticeWords.of(told(1, "response-published", Map.of())).href()).isNull();
  }

  private static void assertWords(
      Notice notice, String sentence, @Nullable String detail, String href) {
    assertThat(notice.sentence()).isEqualTo(sentence);
    assertThat(notice.detail()).isEqualTo(detail);
    assertThat(notice.href()).isEqualTo(href);
  }

  private static Notice of(String kind, String... parameters) {
    return of(1, kind, parameters);
  }

  private static Notice of(int count, String kind, String... parameters) {
    Map<String, String> all = new HashMap<>(RESPONSE);
    for (int i = 0; i < parameters.length; i += 2) {
      all.put(parameters[i], parameters[i + 1]);
    }
    return NoticeWords.of(told(count, kind, all));
  }

  private static Told told(int count, String kind, Map<String, String> parameters) {
    return new Told("n1", kind, parameters, count, Instant.EPOCH, null);
  }
}
