package org.openletter.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.web.filter.OncePerRequestFilter;

/// Makes every request look as if it came to the configured public origin. No header is believed:
/// neither `Host` nor `X-Forwarded-*` nor `Forwarded` changes a link, a redirect or whether a
/// cookie is secure.
public final class PublicOriginFilter extends OncePerRequestFilter {

  private final String scheme;
  private final String host;
  private final int port;

  /// The filter for this origin, for example `https://letters.example`.
  public PublicOriginFilter(URI origin) {
    this.scheme = origin.getScheme();
    this.host = origin.getHost();
    this.port = origin.getPort() >= 0 ? origin.getPort() : "https".equals(scheme) ? 443 : 80;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(new AtOrigin(request), response);
  }

  private final class AtOrigin extends HttpServletRequestWrapper {

    private AtOrigin(HttpServletRequest request) {
      super(request);
    }

    @Override
    public String getScheme() {
      return scheme;
    }

    @Override
    public String getServerName() {
      return host;
    }

    @Override
    public int getServerPort() {
      return port;
    }

    @Override
    public boolean isSecure() {
      return "https".equals(scheme);
    }

    @Override
    public StringBuffer getRequestURL() {
      StringBuffer url = new StringBuffer(scheme).append("://").append(host);
      if (port != ("https".equals(scheme) ? 443 : 80)) {
        url.append(':').append(port);
      }
      return url.append(getRequestURI());
    }
  }
}
