package org.openletter.profiles.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;

/// Where a person was going when she was asked to sign in: the last authorization request, and only
/// that. A session holds one, so asking a thousand times does not fill it.
@Component
public class SavedRequests implements RequestCache {

  private static final String AUTHORIZE = "/oauth2/authorize";

  private static final String BACK = "back";

  // Ours has about 600 characters.
  private static final int LONGEST = 3000;

  private static final Pattern KEPT = Pattern.compile("(^|&)kept=1(&|$)");

  private final String signIn;

  /// The gateway starts a sign-in at this address of the public origin.
  SavedRequests(@Value("${openletter.origin}") String origin) {
    this.signIn = origin + "/sign-in";
  }

  @Override
  public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
    String query = request.getQueryString();
    if (request.getMethod().equals("GET")
        && request.getServletPath().equals(AUTHORIZE)
        && query != null
        && query.length() <= LONGEST) {
      request.getSession().setAttribute(BACK, query);
    }
  }

  /// Where to go after signing in: back to the request that was saved, else to the gateway's own
  /// start of a sign-in.
  public String back(HttpServletRequest request) {
    String query = saved(request);
    return query == null ? signIn : request.getContextPath() + AUTHORIZE + "?" + query;
  }

  /// Whether the gateway keeps something she wrote until she is signed in.
  public boolean wordsKept(HttpServletRequest request) {
    String query = saved(request);
    return query != null && KEPT.matcher(query).find();
  }

  private static @Nullable String saved(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null && session.getAttribute(BACK) instanceof String query ? query : null;
  }

  @Override
  public @Nullable SavedRequest getRequest(
      HttpServletRequest request, HttpServletResponse response) {
    return null;
  }

  @Override
  public @Nullable HttpServletRequest getMatchingRequest(
      HttpServletRequest request, HttpServletResponse response) {
    return null;
  }

  @Override
  public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.removeAttribute(BACK);
    }
  }
}
