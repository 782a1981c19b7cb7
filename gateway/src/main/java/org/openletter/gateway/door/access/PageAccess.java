package org.openletter.gateway.door.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.openletter.gateway.look.page.Access;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/// What the pages say about themselves, by address.
@Component
public class PageAccess implements SmartInitializingSingleton {

  private static final String OURS = "org.openletter.";

  private final ObjectProvider<RequestMappingHandlerMapping> mappings;

  // The most exact address first. Empty until all pages are known, which is before anybody asks.
  private volatile List<Declared> pages = List.of();

  PageAccess(ObjectProvider<RequestMappingHandlerMapping> mappings) {
    this.mappings = mappings;
  }

  @Override
  public void afterSingletonsInstantiated() {
    List<Declared> found = new ArrayList<>();
    mappings.forEach(mapping ->
        mapping
            .getHandlerMethods()
            .forEach((info, page) -> {
              if (page.getBeanType().getName().startsWith(OURS)) {
                patterns(info)
                    .forEach(address ->
                        found.add(
                            new Declared(
                                address, info.getMethodsCondition().getMethods(), access(page))));
              }
            }));
    found.sort(Comparator.comparing(Declared::address));
    pages = List.copyOf(found);
  }

  private static Set<PathPattern> patterns(RequestMappingInfo info) {
    var condition = info.getPathPatternsCondition();
    return condition == null ? Set.of() : condition.getPatterns();
  }

  private static Access access(HandlerMethod page) {
    Access own = page.getMethodAnnotation(Access.class);
    Access access =
        own != null
            ? own
            : AnnotatedElementUtils.findMergedAnnotation(page.getBeanType(), Access.class);
    if (access == null) {
      throw new IllegalStateException(
          "Nothing says for whom this page is; it needs @Access: " + page.getShortLogMessage());
    }
    return access;
  }

  /// What the page says to which this request goes; where its address is known but not for this
  /// method, what its other methods say. Empty when there is no page.
  public Optional<Access> of(HttpServletRequest request) {
    PathContainer path = PathContainer.parsePath(request.getRequestURI());
    Declared other = null;
    for (Declared page : pages) {
      if (page.address().matches(path)) {
        if (page.takes(request.getMethod())) {
          return Optional.of(page.access());
        }
        other = other == null ? page : other;
      }
    }
    return Optional.ofNullable(other).map(Declared::access);
  }

  /// Whether what strangers see there is the same for all of them.
  public boolean sameForStrangers(HttpServletRequest request) {
    return of(request).map(Access::cached).orElse(false);
  }

  /// Every page with what it says: "GET /rules" and the like.
  Map<String, Access> all() {
    Map<String, Access> all = new TreeMap<>();
    pages.forEach(
        page -> all.put(page.methods() + " " + page.address().getPatternString(), page.access()));
    return all;
  }

  private record Declared(PathPattern address, Set<RequestMethod> methods, Access access) {

    boolean takes(String method) {
      return methods.isEmpty()
          || methods.stream().anyMatch(m -> m.name().equals(method))
          || method.equals("HEAD") && methods.contains(RequestMethod.GET);
    }
  }
}
