package org.openletter.gateway.door.access;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.notFound;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openletter.gateway.Browser;
import org.openletter.gateway.GatewayTest;
import org.openletter.gateway.IdentityStub;
import org.openletter.gateway.look.page.Access;
import org.openletter.platform.test.Neighbours;
import org.openletter.platform.test.TestHttp;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayTest
class AccessTest {

  /// Of each kind of part of an address, one that is taken.
  private static final Map<String, String> PARTS =
      Map.of(
          "[0-9a-z]{12}", "abcdefabcdef",
          "[0-9a-f-]{36}", "019a0000-0000-7000-8000-000000000001",
          "[a-z0-9_-]{3,30}", "ana",
          "[0-9a-z-]{8,64}", "import-file-1",
          "[0-9]{1,9}", "1",
          "css|js|fonts", "css");

  private final PageAccess pages;

  AccessTest(@Autowired PageAccess pages) {
    this.pages = pages;
  }

  @BeforeEach
  void nothingIsThere() {
    Neighbours.wireMock().stubFor(any(anyUrl()).atPriority(10).willReturn(notFound()));
  }

  /// Whoever adds a page or opens one to more people writes it down here too.
  @Test
  void isAsItWasMeant() {
    String table =
        pages.all().entrySet().stream()
            .map(page ->
                page.getValue().value()
                    + (page.getValue().cached() ? " cached " : " ")
                    + page.getKey())
            .sorted()
            .collect(joining("\n"));

    assertThat(table)
        .isEqualTo(
            """
            ADMIN [GET] /admin
            ADMIN [GET] /admin/contact
            ADMIN [GET] /admin/people
            ADMIN [POST] /admin/contact
            ADMIN [POST] /admin/people/{handle:[a-z0-9_-]{3,30}}/approval
            ADMIN [POST] /admin/people/{handle:[a-z0-9_-]{3,30}}/roles
            EVERYBODY [GET] /favicon.ico
            EVERYBODY [GET] /letters/{id:[0-9a-z]{12}}
            EVERYBODY [GET] /letters/{letterId:[0-9a-z]{12}}/comments/{id:[0-9a-f-]{36}}/edit
            EVERYBODY [GET] /letters/{letterId:[0-9a-z]{12}}/comments/{id:[0-9a-f-]{36}}/withdrawal
            EVERYBODY [GET] /sign-in
            EVERYBODY [GET] /{folder:css|js|fonts}/{file}
            EVERYBODY [POST] /kept
            EVERYBODY [POST] /letters/{letterId:[0-9a-z]{12}}/comments
            EVERYBODY [POST] /letters/{letterId:[0-9a-z]{12}}/comments/{id:[0-9a-f-]{36}}/edit
            EVERYBODY [POST] /letters/{letterId:[0-9a-z]{12}}/comments/{id:[0-9a-f-]{36}}/withdrawal
            EVERYBODY [POST] /letters/{letterId:[0-9a-z]{12}}/draft-comment
            EVERYBODY [] /error
            EVERYBODY cached [GET] /
            EVERYBODY cached [GET] /about
            EVERYBODY cached [GET] /feeds/letters.atom
            EVERYBODY cached [GET] /feeds/letters.rss
            EVERYBODY cached [GET] /letters
            EVERYBODY cached [GET] /letters/{id:[0-9a-z]{12}}/{slug}
            EVERYBODY cached [GET] /letters/{letterId:[0-9a-z]{12}}/comments/{id:[0-9a-f-]{36}}
            EVERYBODY cached [GET] /letters/{letterId:[0-9a-z]{12}}/comments/{id:[0-9a-f-]{36}}/replies
            EVERYBODY cached [GET] /letters/{letterId:[0-9a-z]{12}}/comments/{id:[0-9a-f-]{36}}/reply
            EVERYBODY cached [GET] /letters/{letterId:[0-9a-z]{12}}/respond
            EVERYBODY cached [GET] /people/{handle:[a-z0-9_-]{3,30}}
            EVERYBODY cached [GET] /rules
            SIGNED_IN [GET] /inbox
            SIGNED_IN [GET] /kept
            SIGNED_IN [GET] /me
            SIGNED_IN [GET] /me/comments
            SIGNED_IN [GET] /studio
            SIGNED_IN [GET] /studio/imports
            SIGNED_IN [GET] /studio/imports/too-large
            SIGNED_IN [GET] /studio/imports/{id:[0-9a-z-]{8,64}}
            SIGNED_IN [GET] /studio/letters/new
            SIGNED_IN [GET] /studio/letters/signed-in
            SIGNED_IN [GET] /studio/letters/{id:[0-9a-z]{12}}
            SIGNED_IN [GET] /studio/letters/{id:[0-9a-z]{12}}/discard
            SIGNED_IN [GET] /studio/letters/{id:[0-9a-z]{12}}/preview
            SIGNED_IN [GET] /studio/letters/{id:[0-9a-z]{12}}/thread
            SIGNED_IN [GET] /studio/letters/{id:[0-9a-z]{12}}/versions
            SIGNED_IN [GET] /studio/letters/{id:[0-9a-z]{12}}/versions/{number:[0-9]{1,9}}
            SIGNED_IN [GET] /studio/letters/{id:[0-9a-z]{12}}/withdrawal
            SIGNED_IN [GET] /studio/queue
            SIGNED_IN [GET] /studio/queue/{letterId:[0-9a-z]{12}}/{commentId:[0-9a-f-]{36}}
            SIGNED_IN [POST] /inbox/read
            SIGNED_IN [POST] /kept/discard
            SIGNED_IN [POST] /me/leave-key
            SIGNED_IN [POST] /me/password
            SIGNED_IN [POST] /me/profile
            SIGNED_IN [POST] /me/recovery-code
            SIGNED_IN [POST] /studio/imports
            SIGNED_IN [POST] /studio/imports/{id:[0-9a-z-]{8,64}}/cancel
            SIGNED_IN [POST] /studio/imports/{id:[0-9a-z-]{8,64}}/confirmation
            SIGNED_IN [POST] /studio/letters
            SIGNED_IN [POST] /studio/letters/preview
            SIGNED_IN [POST] /studio/letters/{id:[0-9a-z]{12}}
            SIGNED_IN [POST] /studio/letters/{id:[0-9a-z]{12}}/discard
            SIGNED_IN [POST] /studio/letters/{id:[0-9a-z]{12}}/publication
            SIGNED_IN [POST] /studio/letters/{id:[0-9a-z]{12}}/thread
            SIGNED_IN [POST] /studio/letters/{id:[0-9a-z]{12}}/versions/{number:[0-9]{1,9}}/restoration
            SIGNED_IN [POST] /studio/letters/{id:[0-9a-z]{12}}/withdrawal
            SIGNED_IN [POST] /studio/queue/{letterId:[0-9a-z]{12}}/{commentId:[0-9a-f-]{36}}/decision
            SIGNED_IN [POST] /studio/queue/{letterId:[0-9a-z]{12}}/{commentId:[0-9a-f-]{36}}/undo\
            """);
  }

  @Test
  void letsIntoEveryPageWhomItIsFor(TestHttp http) {
    Browser member = IdentityStub.signedIn(http, "acc0000000aa", "ana", "member");
    Browser admin = IdentityStub.signedIn(http, "acc0000000ad", "noor", "member", "admin");
    int walked = 0;
    for (Map.Entry<String, Access> page : pages.all().entrySet()) {
      if (!page.getKey().startsWith("[GET] ")) {
        continue;
      }
      String path = path(page.getKey().substring("[GET] ".length()));
      Access.To whom = page.getValue().value();
      TestHttp.Answer stranger = new Browser(http).get(path);
      if (whom == Access.To.EVERYBODY) {
        assertThat(stranger.status()).as(path).isNotIn(401, 403);
        assertThat(stranger.header("location")).as(path).doesNotStartWith("/sign-in");
      } else {
        assertThat(stranger.header("location")).as(path).contains("/sign-in?from=");
      }
      if (whom == Access.To.ADMIN) {
        assertThat(member.get(path).status()).as(path).isEqualTo(403);
        assertThat(admin.get(path).status()).as(path).isNotIn(401, 403);
      } else {
        assertThat(member.get(path).status()).as(path).isNotIn(401, 403);
      }
      walked++;
    }
    assertThat(walked).isGreaterThan(30);
  }

  @Test
  void isOfNobodyWhereNoPageIs(TestHttp http) {
    Browser admin = IdentityStub.signedIn(http, "acc0000000ad", "noor", "member", "admin");

    for (String path :
        new String[] {"/admin/nothing", "/studio/nothing", "/nothing", "/letters/x"}) {
      assertThat(admin.get(path).status()).as(path).isEqualTo(404);
      assertThat(new Browser(http).get(path).status()).as(path).isEqualTo(404);
    }
  }

  private static String path(String pattern) {
    String path = pattern;
    for (Map.Entry<String, String> part : PARTS.entrySet()) {
      path = path.replaceAll("\\{[a-zA-Z]+:" + Pattern.quote(part.getKey()) + "}", part.getValue());
    }
    return path.replaceAll("\\{[a-zA-Z]+}", "a-letter");
  }
}
