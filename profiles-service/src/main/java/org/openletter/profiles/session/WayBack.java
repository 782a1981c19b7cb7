package org.openletter.profiles.session;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Where a person was going when she was asked to sign in: the query of her authorization request.
/// It travels along in the address and the forms (parameter `back`), so nothing has to be stored
/// for somebody who only looks, and each of her tabs ends at its own place. It leads to the
/// authorization endpoint and nowhere else, which looks at every part of it.
@Component
public class WayBack {

  private static final String AUTHORIZE = "/oauth2/authorize";

  private static final String BACK = "back";

  // Ours has about 600 characters.
  private static final int LONGEST = 2000;

  private static final Pattern QUERY = Pattern.compile("[A-Za-z0-9._~%&=+:/-]*");

  private static final Pattern KEPT = Pattern.compile("(?:^|&)kept=([a-z0-9-]{1,40})(?:&|$)");

  private final String signIn;

  /// The gateway starts a sign-in at this address of the public origin.
  WayBack(@Value("${openletter.origin}") String origin) {
    this.signIn = origin + "/sign-in";
  }

  /// The sign-in page for an authorization request, which it leads back to.
  public static String signInFor(HttpServletRequest authorization) {
    return authorization.getContextPath()
        + "/login"
        + asQuery(usable(authorization.getQueryString()));
  }

  /// Where to go after signing in: on with the request she came with, else to the gateway's own
  /// start of a sign-in.
  public String back(HttpServletRequest request) {
    String query = in(request);
    return query.isEmpty() ? signIn : request.getContextPath() + AUTHORIZE + "?" + query;
  }

  /// The way back that this request carries; empty when it carries none.
  public String in(HttpServletRequest request) {
    return usable(request.getParameter(BACK));
  }

  /// The same as the query of a link.
  public static String asQuery(String back) {
    return back.isEmpty() ? "" : "?" + BACK + "=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
  }

  /// What the gateway keeps of hers until she is signed in; empty when it keeps nothing.
  public Optional<WhatWaits> whatWaits(HttpServletRequest request) {
    Matcher kept = KEPT.matcher(in(request));
    return kept.find() ? Optional.of(WhatWaits.of(kept.group(1))) : Optional.empty();
  }

  private static String usable(@Nullable String query) {
    return query != null && query.length() <= LONGEST && QUERY.matcher(query).matches()
        ? query
        : "";
  }
}
