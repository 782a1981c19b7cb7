package org.openletter.platform.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/// Tells whoever asked what is wrong where no controller can: in a filter, a session, a security
/// chain. Each writes the whole answer.
public interface TellsTrouble {

  /// Something does not answer: 503.
  void noAnswer(HttpServletRequest request, HttpServletResponse response, NoAnswer failure)
      throws IOException;

  /// What came cannot be read: 400, 413 or 415.
  void unreadable(HttpServletRequest request, HttpServletResponse response, int status)
      throws IOException;
}
