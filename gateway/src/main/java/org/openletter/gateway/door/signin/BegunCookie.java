package org.openletter.gateway.door.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Base64;
import java.util.Optional;
import org.openletter.gateway.door.session.Seal;
import org.openletter.gateway.door.session.SessionCookie;
import org.openletter.platform.session.SignInSettings;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Keeps the sign-ins that a browser has begun in the browser itself, sealed: whoever only begins,
/// a thousand times if he likes, costs no session.
@Component
class BegunCookie {

  private static final String PLACE = "begun";

  /// Browsers keep cookies of up to 4,096 characters, name and attributes included.
  private static final int LONGEST = 3500;

  private final Seal seal;
  private final JsonMapper json;
  private final SignInSettings settings;
  private final boolean secure;
  private final String name;

  BegunCookie(Seal seal, JsonMapper json, SignInSettings settings, SessionCookie session) {
    this.seal = seal;
    this.json = json;
    this.settings = settings;
    this.secure = session.secure();
    this.name = secure ? "__Host-begun" : "begun";
  }

  /// What this browser has begun.
  Begun in(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies != null) {
      for (Cookie cookie : cookies) {
        if (cookie.getName().equals(name)) {
          return open(cookie.getValue()).orElse(Begun.NOTHING);
        }
      }
    }
    return Begun.NOTHING;
  }

  /// Leaves this in the browser; what does not fit any more is the oldest.
  void put(HttpServletResponse response, Begun begun) {
    String sealed = close(begun);
    if (sealed.length() > LONGEST) {
      put(response, begun.shorter());
      return;
    }
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(name, sealed)
            .path("/")
            .httpOnly(true)
            .secure(secure)
            .sameSite("Lax")
            .maxAge(settings.stranger())
            .build()
            .toString());
  }

  private String close(Begun begun) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(seal.close(json.writeValueAsBytes(begun), PLACE));
  }

  private Optional<Begun> open(String value) {
    if (value.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return seal.open(Base64.getUrlDecoder().decode(value), PLACE)
          .map(bytes -> json.readValue(bytes, Begun.class));
    } catch (IllegalArgumentException | JacksonException notOurs) {
      return Optional.empty();
    }
  }
}
