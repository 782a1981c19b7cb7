package org.openletter.gateway.door.error;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// What kind of answer a request wants, and where it came from.
public final class Asked {

  /// A longer one is not carried through the sign-in: it would not fit into the address.
  private static final int LONGEST_QUERY = 400;

  private Asked() {}

  /// Whether a program asked, which is answered with a problem.
  public static boolean forApi(HttpServletRequest request) {
    String path = path(request);
    return path.startsWith("/api/") || path.equals("/api");
  }

  /// The path that was asked for, also while its failure is told.
  public static String path(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed
        ? failed
        : request.getRequestURI();
  }

  /// Whether htmx asked for a part of a page.
  public static boolean forFragment(HttpServletRequest request) {
    return request.getHeader("HX-Request") != null;
  }

  /// Whether a page sends what stands in its forms, because its writer leaves in a hurry. That
  /// waits for no other service, and asks for no more than a form of ours.
  public static boolean leaving(HttpServletRequest request) {
    return request.getMethod().equals("POST") && path(request).equals("/kept");
  }

  /// Whether it is a step of signing in. That changes nothing that somebody would have to look for.
  static boolean toSignIn(HttpServletRequest request) {
    String path = path(request);
    return path.equals("/sign-in")
        || path.equals("/id/login")
        || path.startsWith("/id/oauth2/")
        || path.startsWith("/oauth2/")
        || path.startsWith("/login/");
  }

  /// Whether nothing can be changed by it.
  public static boolean onlyReads(HttpServletRequest request) {
    return switch (request.getMethod()) {
      case "GET", "HEAD", "OPTIONS", "TRACE" -> true;
      default -> false;
    };
  }

  /// The address of sign-in that leads back to the page that this request belongs to: the page
  /// itself, or the one whose form or script asked.
  public static String signInFrom(HttpServletRequest request) {
    return "/sign-in?from=" + URLEncoder.encode(page(request), StandardCharsets.UTF_8);
  }

  /// The local path of the page that a person looks at: of this request, or of the one that its
  /// form or script is on.
  public static String page(HttpServletRequest request) {
    if (forFragment(request)) {
      return local(request.getHeader("HX-Current-URL"));
    }
    if (!onlyReads(request)) {
      return local(request.getHeader("Referer"));
    }
    return path(request) + query(request.getQueryString());
  }

  private static String local(@Nullable String address) {
    if (address == null) {
      return "/";
    }
    try {
      URI uri = URI.create(address);
      String path = uri.getRawPath();
      return path == null || path.isEmpty() ? "/" : path + query(uri.getRawQuery());
    } catch (IllegalArgumentException notAnAddress) {
      return "/";
    }
  }

  private static String query(@Nullable String query) {
    return query == null || query.length() > LONGEST_QUERY ? "" : "?" + query;
  }
}
