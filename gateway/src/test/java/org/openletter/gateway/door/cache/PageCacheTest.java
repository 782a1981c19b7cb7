package org.openletter.gateway.door.cache;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.openletter.gateway.door.session.SessionCookie;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class PageCacheTest {

  private static final String LETTER = "/letters/abcdefabcdef/a-letter";

  /// Pages that are not the same for all strangers.
  private static final List<String> OWN =
      List.of("/inbox", "/me", "/id/login", "/api/v1/letters", "/sign-in", "/admin");

  private Instant now = Instant.parse("2026-11-14T10:00:00Z");
  private final AtomicInteger made = new AtomicInteger();
  private final CacheSettings settings =
      new CacheSettings(Duration.ofSeconds(2), Duration.ofMinutes(10), 3_000);
  private final List<String> forgottenElsewhere = new ArrayList<>();
  private final PageStore store = new PageStore(settings.bytes(), List.of(forgottenElsewhere::add));
  private final PageCache cache =
      new PageCache(
          new SessionCookie("session", false),
          request -> !OWN.contains(request.getRequestURI()),
          settings,
          ((InstantSource) () -> now).withZone(ZoneOffset.UTC),
          store);

  private final FilterChain down = (_, response) -> ((HttpServletResponse) response).setStatus(503);

  private final FilterChain page =
      (_, response) -> {
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter().write("page " + made.incrementAndGet());
      };

  @Test
  void answersWithTheSamePageForTwoSeconds() throws Exception {
    assertThat(get(LETTER, page).getContentAsString()).isEqualTo("page 1");
    now = now.plusMillis(1_900);
    assertThat(get(LETTER, page).getContentAsString()).isEqualTo("page 1");
    now = now.plusMillis(200);
    assertThat(get(LETTER, page).getContentAsString()).isEqualTo("page 2");
  }

  @Test
  void tellsBrowsersToAskAgainAndThatCookiesMatter() throws Exception {
    MockHttpServletResponse first = get(LETTER, page);

    assertThat(first.getHeader("Cache-Control")).isEqualTo("no-cache");
    assertThat(first.getHeader("Vary")).isEqualTo("Cookie");
    assertThat(first.getContentType()).isEqualTo("text/html;charset=UTF-8");

    MockHttpServletRequest again = request(LETTER);
    again.addHeader("If-None-Match", String.valueOf(first.getHeader("ETag")));
    MockHttpServletResponse unchanged = answer(again, page);
    assertThat(unchanged.getStatus()).isEqualTo(304);
    assertThat(unchanged.getContentAsString()).isEmpty();
  }

  @Test
  void keepsCursorAndOrderApart() throws Exception {
    get(LETTER, page);
    assertThat(get(LETTER, page, "order", "oldest").getContentAsString()).isEqualTo("page 2");
    assertThat(get(LETTER, page, "after", "x").getContentAsString()).isEqualTo("page 3");
    assertThat(get(LETTER, page, "order", "oldest").getContentAsString()).isEqualTo("page 2");
  }

  @Test
  void doesNotKeepPagesWithOtherParameters() throws Exception {
    get(LETTER, page, "said", "withdrawn");
    assertThat(get(LETTER, page, "said", "withdrawn").getContentAsString()).isEqualTo("page 2");
    assertThat(get(LETTER, page).getContentAsString()).isEqualTo("page 3");
  }

  @Test
  void neverAnswersNorKeepsForSomebodyWithASession() throws Exception {
    MockHttpServletRequest signedIn = request(LETTER);
    signedIn.setCookies(new Cookie("session", "anything"));
    assertThat(answer(signedIn, page).getContentAsString()).isEqualTo("page 1");

    assertThat(get(LETTER, page).getContentAsString()).isEqualTo("page 2");
    assertThat(answer(signedIn, page).getContentAsString()).isEqualTo("page 3");
    assertThat(get(LETTER, page).getContentAsString()).isEqualTo("page 2");
  }

  @Test
  void neverKeepsAPageThatSetsACookie() throws Exception {
    FilterChain withCookie =
        (request, response) -> {
          ((HttpServletResponse) response).addHeader("Set-Cookie", "a=b");
          page.doFilter(request, response);
        };
    get(LETTER, withCookie);

    assertThat(get(LETTER, page).getContentAsString()).isEqualTo("page 2");
  }

  @Test
  void keepsNothingButWhatIsThere() throws Exception {
    for (int status : new int[] {404, 410, 302, 403}) {
      FilterChain other = (_, response) -> ((HttpServletResponse) response).setStatus(status);
      get(LETTER, page);
      now = now.plusSeconds(3);
      assertThat(get(LETTER, other).getStatus()).isEqualTo(status);
      assertThat(get(LETTER, other).getStatus()).isEqualTo(status);
    }
  }

  @Test
  void showsTheOldPageOnlyWhileAServiceIsDown() throws Exception {
    get(LETTER, page);
    now = now.plusSeconds(60);

    MockHttpServletResponse stale = get(LETTER, down);
    assertThat(stale.getStatus()).isEqualTo(200);
    assertThat(stale.getContentAsString()).isEqualTo("page 1");

    now = now.plus(Duration.ofMinutes(10));
    assertThat(get(LETTER, down).getStatus()).isEqualTo(503);
  }

  @Test
  void showsTheOldPageRatherThanOneThatLacksAPart() throws Exception {
    FilterChain incomplete =
        (request, response) -> {
          request.setAttribute(Incomplete.class.getName(), true);
          response.getWriter().write("without responses");
        };
    assertThat(get(LETTER, incomplete).getContentAsString()).isEqualTo("without responses");
    get(LETTER, page);
    now = now.plusSeconds(3);

    assertThat(get(LETTER, incomplete).getContentAsString()).isEqualTo("page 1");
  }

  @Test
  void doesNotBringBackWhatWasWithdrawnWhenAServiceFailsLater() throws Exception {
    get(LETTER, page);
    get(LETTER, page, "order", "oldest");
    get("/letters", page);
    now = now.plusSeconds(3);
    get(LETTER, (_, response) -> ((HttpServletResponse) response).setStatus(410));
    now = now.plusSeconds(3);

    assertThat(get(LETTER, down).getStatus()).isEqualTo(503);
    assertThat(get(LETTER, down, "order", "oldest").getStatus()).isEqualTo(503);
    assertThat(get("/letters", down).getStatus()).isEqualTo(503);
  }

  @Test
  void whatSomebodyChangedIsGoneFromEveryPageOfThatLetterAndFromLists() throws Exception {
    String place = "/letters/abcdefabcdef/comments/01900000-0000-7000-8000-000000000001";
    String other = "/letters/fedcbafedcba/another";
    get(LETTER, page);
    get(LETTER, page, "order", "oldest");
    get(place, page);
    get("/letters", page);
    get(other, page);

    act("/studio/queue/abcdefabcdef/01900000-0000-7000-8000-000000000001/decision", 303);

    assertThat(get(LETTER, down).getStatus()).isEqualTo(503);
    assertThat(get(LETTER, down, "order", "oldest").getStatus()).isEqualTo(503);
    assertThat(get(place, down).getStatus()).isEqualTo(503);
    assertThat(get("/letters", down).getStatus()).isEqualTo(503);
    now = now.plusSeconds(60);
    assertThat(get(other, down).getContentAsString()).isEqualTo("page 5");
  }

  @Test
  void aRefusedActAndAStrangersFormPushNothingOut() throws Exception {
    get(LETTER, page);
    act("/letters/abcdefabcdef/comments", 403);
    answer(new MockHttpServletRequest("POST", "/letters/abcdefabcdef/draft-comment"), page);
    // Also with a cookie that anybody can invent.
    act("/letters/abcdefabcdef/draft-comment", 303);

    assertThat(get(LETTER, down).getContentAsString()).isEqualTo("page 1");
  }

  @Test
  void aPageThatWasBegunBeforeSomethingWentIsNotKept() throws Exception {
    FilterChain withRemoval =
        (request, response) -> {
          page.doFilter(request, response);
          store.forgetLetter("abcdefabcdef");
        };
    get(LETTER, withRemoval);
    get("/letters", withRemoval);
    assertThat(get(LETTER, down).getStatus()).isEqualTo(503);
    assertThat(get("/letters", down).getStatus()).isEqualTo(503);

    get(LETTER, page);
    assertThat(get(LETTER, down).getStatus()).isEqualTo(200);
  }

  @Test
  void forgetsWhatOthersTookAwayWhileNobodyRead() throws Exception {
    get(LETTER, page);
    List<Instant> asked = new ArrayList<>();
    ForgetGone forgetGone =
        new ForgetGone(
            after -> {
              asked.add(after == null ? Instant.EPOCH : after);
              return new GoneClient.Gone(List.of("abcdefabcdef"), now);
            },
            store,
            settings);

    forgetGone.ask();
    forgetGone.ask();

    assertThat(asked).containsExactly(Instant.EPOCH, now.minusSeconds(5));
    assertThat(forgottenElsewhere).contains("abcdefabcdef");
    assertThat(get(LETTER, down).getStatus()).isEqualTo(503);
  }

  private void act(String path, int status) throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest("POST", path);
    request.setCookies(new Cookie("session", "anything"));
    answer(request, (_, response) -> ((HttpServletResponse) response).setStatus(status));
  }

  @Test
  void makesAPageOnceForAllWhoWaitForIt() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch mayFinish = new CountDownLatch(1);
    FilterChain slow =
        (request, response) -> {
          begun.countDown();
          try {
            mayFinish.await();
          } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
          }
          page.doFilter(request, response);
        };

    CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> body(slow));
    begun.await();
    CompletableFuture<String> second = CompletableFuture.supplyAsync(() -> body(slow));
    mayFinish.countDown();

    assertThat(first.get()).isEqualTo("page 1");
    assertThat(second.get()).isEqualTo("page 1");
  }

  @Test
  void forgetsTheLeastReadPageWhenMemoryIsShort() throws Exception {
    FilterChain large =
        (_, response) -> response.getWriter().write("x".repeat(800) + made.incrementAndGet());
    get("/people/ana", large);
    get("/people/ben", large);
    get("/people/ana", large);
    get("/people/cem", large);

    assertThat(get("/people/ana", large).getContentAsString()).endsWith("x1");
    assertThat(get("/people/ben", large).getContentAsString()).endsWith("x4");
  }

  @Test
  void leavesEverythingElseAlone() throws Exception {
    for (String path : OWN) {
      int before = made.get();
      get(path, page);
      get(path, page);
      assertThat(made.get()).as(path).isEqualTo(before + 2);
    }
  }

  private String body(FilterChain chain) {
    try {
      return get(LETTER, chain).getContentAsString();
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }

  private MockHttpServletResponse get(String path, FilterChain chain, String... parameters)
      throws Exception {
    MockHttpServletRequest request = request(path);
    for (int i = 0; i < parameters.length; i += 2) {
      request.addParameter(parameters[i], parameters[i + 1]);
    }
    return answer(request, chain);
  }

  private MockHttpServletResponse answer(MockHttpServletRequest request, FilterChain chain)
      throws Exception {
    MockHttpServletResponse response = new MockHttpServletResponse();
    // A request is filtered once; the tests send the same one again.
    request.removeAttribute(PageCache.class.getName() + ".FILTERED");
    cache.doFilter(request, response, chain);
    return response;
  }

  private static MockHttpServletRequest request(String path) {
    return new MockHttpServletRequest("GET", path);
  }
}
