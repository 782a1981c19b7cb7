package org.openletter.gateway.door.route;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.util.MultiValueMap;
import org.springframework.web.filter.OncePerRequestFilter;

/// Leaves the body of a request that is passed on alone. The container reads a form as soon as
/// somebody asks for a parameter, and the routing library then takes its fields for a part of the
/// address: a password would stand in a log.
final class UnreadBody extends OncePerRequestFilter {

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    return !path.startsWith("/id/") && !path.startsWith("/api/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(new ParametersOfAddress(request), response);
  }

  /// Knows the parameters of the address alone.
  private static final class ParametersOfAddress extends HttpServletRequestWrapper {

    private final MultiValueMap<String, String> parameters;

    private ParametersOfAddress(HttpServletRequest request) {
      super(request);
      this.parameters =
          MvcUtils.decodeQueryString(request.getQueryString(), StandardCharsets.UTF_8);
    }

    @Override
    public @Nullable String getParameter(String name) {
      return parameters.getFirst(name);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
      Map<String, String[]> map = new LinkedHashMap<>();
      parameters.forEach((name, values) -> map.put(name, values.toArray(String[]::new)));
      return Collections.unmodifiableMap(map);
    }

    @Override
    public Enumeration<String> getParameterNames() {
      return Collections.enumeration(parameters.keySet());
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
      List<String> values = parameters.get(name);
      return values == null ? null : values.toArray(String[]::new);
    }
  }
}
