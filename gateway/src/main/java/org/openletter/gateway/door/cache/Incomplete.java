package org.openletter.gateway.door.cache;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/// Marks the page that is being made as one that lacks a part, because a service did not answer.
/// Such a page is not kept, and when a whole one is still there, that is shown instead.
public final class Incomplete {

  private static final String NAME = Incomplete.class.getName();

  private Incomplete() {}

  /// Marks the page of the current request; to be called on the request's own thread.
  public static void mark() {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request != null) {
      request.setAttribute(NAME, true, RequestAttributes.SCOPE_REQUEST);
    }
  }

  static boolean isMarked(HttpServletRequest request) {
    return request.getAttribute(NAME) != null;
  }
}
