package org.openletter.gateway.cache;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.openletter.gateway.session.SessionCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/// Answers strangers with kept pages before anything else works for them. One request makes a page
/// while the others that want the same one wait for it.
final class PageCache extends OncePerRequestFilter {

  private static final long LONGEST_WAIT_MILLIS = 3000;

  private final SessionCookie cookie;
  private final CacheSettings settings;
  private final Clock clock;
  private final PageStore store;
  private final Map<String, CompletableFuture<Optional<CachedPage>>> inFlight =
      new ConcurrentHashMap<>();

  PageCache(SessionCookie cookie, CacheSettings settings, Clock clock) {
    this.cookie = cookie;
    this.settings = settings;
    this.clock = clock;
    this.store = new PageStore(settings.bytes());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<String> key = CacheKey.of(request, cookie);
    if (key.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    Optional<CachedPage> kept = fresh(key.get());
    if (kept.isPresent()) {
      kept.get().write(request, response);
    } else if (request.getMethod().equals("HEAD")) {
      chain.doFilter(request, response);
    } else {
      fill(key.get(), request, response, chain);
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
    ContentCachingResponseWrapper made = new ContentCachingResponseWrapper(response);
    chain.doFilter(request, made);
    boolean whole = made.getStatus() == HttpServletResponse.SC_OK && !Incomplete.isMarked(request);
    if (whole && made.getHeader(HttpHeaders.SET_COOKIE) == null) {
      CachedPage page = CachedPage.of(made, made.getContentAsByteArray(), clock.instant());
      store.keep(key, page);
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
      // Withdrawn, removed or moved: the older page must not come back when a service fails later.
      store.forget(key);
    }
    made.copyBodyToResponse();
    return Optional.empty();
  }
}
