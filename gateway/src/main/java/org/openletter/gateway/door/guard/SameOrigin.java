package org.openletter.gateway.door.guard;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.door.error.Asked;
import org.openletter.gateway.door.error.Trouble;
import org.openletter.gateway.door.error.Troubles;
import org.openletter.gateway.door.form.SentForm;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets only pages of this site change something here. A browser says where a form came from in
/// `Origin` or `Sec-Fetch-Site`; each that is there must agree, and one must be there. An `Origin`
/// of `null` says nothing, so beside it the other one decides.
final class SameOrigin extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(SameOrigin.class);

  private final String origin;
  private final Troubles troubles;

  /// @param origin the public origin without a path
  SameOrigin(String origin, Troubles troubles) {
    this.origin = origin;
    this.troubles = troubles;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return Asked.onlyReads(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (comesFromHere(request.getHeader("Origin"), request.getHeader("Sec-Fetch-Site"))) {
      SentForm.comesFromHere(request);
      chain.doFilter(request, response);
    } else {
      LOG.info("refused a form of another site");
      troubles.tell(request, response, Trouble.foreignForm());
    }
  }

  /// Whether these two headers of one request name this site.
  boolean comesFromHere(@Nullable String from, @Nullable String site) {
    if (site == null) {
      return origin.equals(from);
    }
    return site.equals("same-origin")
        && (from == null || from.equals("null") || from.equals(origin));
  }
}
