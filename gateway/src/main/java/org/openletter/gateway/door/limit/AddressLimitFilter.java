package org.openletter.gateway.door.limit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.openletter.gateway.door.error.Asked;
import org.openletter.gateway.door.error.Trouble;
import org.openletter.gateway.door.error.Troubles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/// Applies the limits that need nothing but the address. It stands behind the cache: a page that is
/// there already costs nothing and is not counted.
final class AddressLimitFilter extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(AddressLimitFilter.class);

  private final AddressLimits limits;
  private final Troubles troubles;

  AddressLimitFilter(AddressLimits limits, Troubles troubles) {
    this.limits = limits;
    this.troubles = troubles;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Duration> wait = take(request);
    if (wait.isEmpty()) {
      chain.doFilter(request, response);
    } else {
      LOG.info("limit reached");
      troubles.tell(request, response, Trouble.tooMany(wait.get()));
    }
  }

  private Optional<Duration> take(HttpServletRequest request) {
    String path = request.getRequestURI();
    if (Asked.onlyReads(request)) {
      return path.startsWith("/oauth2/authorization/")
          ? limits.signInStart(request)
          : isPage(path) ? limits.pageRead(request) : Optional.empty();
    }
    // What is tried there is counted by profiles-service, which knows what came of it.
    return path.startsWith("/id/") ? limits.pageRead(request) : Optional.empty();
  }

  private static boolean isPage(String path) {
    return !path.startsWith("/api/")
        && !path.startsWith("/css/")
        && !path.startsWith("/js/")
        && !path.startsWith("/fonts/");
  }
}
