package org.openletter.gateway.door.viewer;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.look.page.Viewer;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Gives controllers their `Viewer`. A part of a page has no bar, so for htmx nobody is asked for
/// numbers.
@Component
class ViewerArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {

  private final Viewers viewers;

  ViewerArgument(Viewers viewers) {
    this.viewers = viewers;
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Viewer.class;
  }

  @Override
  public @Nullable Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binder) {
    HttpServletRequest asked = request.getNativeRequest(HttpServletRequest.class);
    if (asked == null) {
      return Viewer.STRANGER;
    }
    return asked.getHeader("HX-Request") == null
        ? viewers.withNumbers(asked)
        : viewers.atOnce(asked);
  }
}
