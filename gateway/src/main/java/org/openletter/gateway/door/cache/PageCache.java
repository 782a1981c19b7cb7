package org.openletter.gateway.door.cache;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.openletter.gateway.door.error.Asked;
import org.openletter.gateway.door.session.SessionCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/// Answers strangers with kept pages before anything else works for them. One request makes a page
/// while the others that want the same one wait for it.
final class PageCache extends OncePerRequestFilter {

  private static final long LONGEST_WAIT_MILLIS = 3000;

  private final SessionCookie cookie;
  private final Predicate<HttpServletRequest> sameForStrangers;
  private final CacheSettings settings;
  private final Clock clock;
  private final PageStore store;
  private final Map<String, CompletableFuture<Optional<CachedPage>>> inFlight =
      new ConcurrentHashMap<>();

  PageCache(
      SessionCookie cookie,
      Predicate<HttpServletRequest> sameForStrangers,
      CacheSettings settings,
      Clock clock,
      PageStore store) {
    this.cookie = cookie;
    this.sameForStrangers = sameForStrangers;
    this.settings = settings;
    this.clock = clock;
    this.store = store;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<String> key = CacheKey.of(request, cookie, sameForStrangers);
    if (key.isEmpty()) {
      chain.doFilter(request, response);
      forgetWhatChanged(request, response);
      return;
    }
    Optional<CachedPage> kept = fresh(key.get());
    if (kept.isPresent()) {
      kept.get().write(request, response);
    } else {
      // HEAD too: its headers tell of a page that somebody has to make.
      fill(key.get(), request, response, chain);
    }
  }

  // Whoever did something here sees it at once, and so does everybody else. Nobody without a
  // session
  // can change anything, so strangers' forms push nothing out.
  private void forgetWhatChanged(HttpServletRequest request, HttpServletResponse response) {
    if (!Asked.onlyReads(request)
        && response.getStatus() < HttpServletResponse.SC_BAD_REQUEST
        && cookie.isIn(request)) {
      CacheKey.concerned(request.getRequestURI()).forEach(store::forgetLetter);
    }
  }

  private Optional<CachedPage> fresh(String key) {
    return store.find(key).filter(page -> page.isYoungerThan(settings.fresh(), clock.instant()));
  }

  private void fill(
      String key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    CompletableFuture<Optional<CachedPage>> mine = new CompletableFuture<>();
    CompletableFuture<Optional<CachedPage>> already = inFlight.putIfAbsent(key, mine);
    if (already != null) {
      Optional<CachedPage> made = await(already);
      if (made.isPresent()) {
        made.get().write(request, response);
      } else {
        make(key, request, response, chain);
      }
      return;
    }
    try {
      mine.complete(make(key, request, response, chain));
    } finally {
      inFlight.remove(key);
      mine.complete(Optional.empty());
    }
  }

  private static Optional<CachedPage> await(CompletableFuture<Optional<CachedPage>> already) {
    try {
      return already.get(LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException late) {
      return Optional.empty();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /// Makes the page and answers with it, or with an older one when it could not be made whole. The
  /// result is what others may be shown.
  private Optional<CachedPage> make(
      String key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    long begun = store.begin();
    ContentCachingResponseWrapper made = new WithoutLanguage(response);
    chain.doFilter(request, made);
    boolean whole = made.getStatus() == HttpServletResponse.SC_OK && !Incomplete.isMarked(request);
    if (whole && made.getContentSize() > 0 && made.getHeader(HttpHeaders.SET_COOKIE) == null) {
      CachedPage page = CachedPage.of(made, made.getContentAsByteArray(), clock.instant());
      store.keep(key, page, begun);
      page.write(request, response);
      return Optional.of(page);
    }
    if (made.getStatus() >= 500 || Incomplete.isMarked(request)) {
      Optional<CachedPage> older =
          store.find(key).filter(page -> page.isYoungerThan(settings.whileDown(), clock.instant()));
      if (older.isPresent()) {
        response.setHeader(HttpHeaders.RETRY_AFTER, null);
        older.get().write(request, response);
        return older;
      }
    } else {
      // Withdrawn, removed or moved: no older page of that letter, in whatever order or part, may
      // come back when a service fails later.
      store.forget(key);
      if (made.getStatus() == HttpServletResponse.SC_GONE) {
        CacheKey.letter(key).ifPresent(store::forgetLetter);
      }
    }
    made.copyBodyToResponse();
    return Optional.empty();
  }

  /// Of a page for everybody the framework would say that it is in the language of whoever asked
  /// first.
  private static final class WithoutLanguage extends ContentCachingResponseWrapper {

    WithoutLanguage(HttpServletResponse response) {
      super(response);
    }

    @Override
    public void setLocale(Locale locale) {
      // The page itself says its language.
    }
  }
}
