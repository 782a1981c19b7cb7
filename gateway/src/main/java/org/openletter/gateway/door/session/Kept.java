package org.openletter.gateway.door.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;

/// One thing that a session may hold. Each is declared as a bean: the name decides the type,
/// nothing in a stored session can name a class, and what is not declared is not stored.
///
/// @param name lower case words with hyphens
/// @param type a record that Jackson can write and read
public record Kept<T>(String name, Class<T> type) {

  public Kept {
    if (!name.matches("[a-z-]{1,40}")) {
      throw new IllegalArgumentException("A session keeps things under plain names: " + name);
    }
  }

  /// What the session of this request holds. Never makes a session.
  public Optional<T> in(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session == null
        ? Optional.empty()
        : Optional.ofNullable(session.getAttribute(name)).map(type::cast);
  }

  /// Puts it into the session of this request, which is made when there is none.
  public void put(HttpServletRequest request, T value) {
    request.getSession().setAttribute(name, value);
  }

  /// Takes it out of the session of this request.
  public void remove(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.removeAttribute(name);
    }
  }
}
