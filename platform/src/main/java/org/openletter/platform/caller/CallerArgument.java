package org.openletter.platform.caller;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.problem.NotSignedIn;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Gives controllers their `Caller` or `Optional<Caller>`.
public class CallerArgument implements HandlerMethodArgumentResolver {

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.nestedIfOptional().getNestedParameterType() == Caller.class;
  }

  @Override
  public @Nullable Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binder) {
    Optional<Caller> caller = current();
    if (parameter.getParameterType() == Optional.class) {
      return caller;
    }
    return caller.orElseThrow(NotSignedIn::new);
  }

  private static Optional<Caller> current() {
    return SecurityContextHolder.getContext().getAuthentication()
            instanceof JwtAuthenticationToken t
        ? of(t.getToken())
        : Optional.empty();
  }

  /// Reads a person from a token; a service's own token has no handle and is nobody.
  static Optional<Caller> of(Jwt token) {
    String handle = token.getClaimAsString("handle");
    String account = token.getSubject();
    if (handle == null || account == null) {
      return Optional.empty();
    }
    List<String> roles = token.getClaimAsStringList("roles");
    String name = token.getClaimAsString("name");
    String joined = token.getClaimAsString("joined");
    return Optional.of(
        new Caller(
            account,
            handle,
            name == null ? handle : name,
            roles == null ? Set.of() : Set.copyOf(roles),
            joined == null ? "" : joined));
  }
}
