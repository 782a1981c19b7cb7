package org.openletter.gateway.studio.importing;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Semaphore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/// Answers files that are too large before anything reads them as a form. The rest of such a file
/// is thrown away while it arrives: a browser that is cut off in the middle of sending shows "the
/// connection was reset" instead of our sentence.
@Component
// Before the guard of paths and lengths, which answers without reading.
@Order(Ordered.HIGHEST_PRECEDENCE + 9)
class OversizeUploads extends OncePerRequestFilter {

  static final String SENTENCE =
      "This file is larger than the 32 MB that can be brought in. Nothing was changed."
          + " Export fewer letters at once; pictures are not needed.";

  /// Nobody has an export of this size by mistake; such a sender may see a broken connection.
  private static final long MOST_THROWN_AWAY = 256L << 20;

  private final long limit;
  // Throwing away costs no memory, only the line; still nobody may hold all of them open.
  private final Semaphore places = new Semaphore(8);

  OversizeUploads(@Value("${spring.servlet.multipart.max-request-size}") DataSize limit) {
    this.limit = limit.toBytes();
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getMethod().equals("POST")
        || !request.getRequestURI().equals("/studio/imports")
        || request.getContentLengthLong() <= limit;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean wait =
        request.getCookies() != null
            && request.getContentLengthLong() <= MOST_THROWN_AWAY
            && places.tryAcquire();
    if (wait) {
      try {
        request.getInputStream().transferTo(OutputStream.nullOutputStream());
      } finally {
        places.release();
      }
    } else {
      response.setHeader("Connection", "close");
    }
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", "/studio/imports/too-large");
  }
}
