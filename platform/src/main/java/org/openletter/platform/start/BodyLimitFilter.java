package org.openletter.platform.start;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.openletter.platform.problem.BodyTooLarge;
import org.openletter.platform.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/// Refuses bodies that are too large (413), by their declared length before anything is read and by
/// counting while they are read, and bodies that are compressed (415): a small one could become a
/// very large one.
final class BodyLimitFilter extends OncePerRequestFilter {

  private final long limit;
  private final List<String> unlimitedPaths;
  private final JsonMapper json;

  BodyLimitFilter(long limit, List<String> unlimitedPaths, JsonMapper json) {
    this.limit = limit;
    this.unlimitedPaths = unlimitedPaths;
    this.json = json;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String encoding = request.getHeader("Content-Encoding");
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      write(
          response,
          HttpStatus.UNSUPPORTED_MEDIA_TYPE,
          "content-encoding",
          "Send this without compression.");
      return;
    }
    String path = request.getRequestURI();
    if (unlimitedPaths.stream().anyMatch(path::startsWith)) {
      chain.doFilter(request, response);
      return;
    }
    if (request.getContentLengthLong() > limit) {
      response.setHeader("Connection", "close");
      write(
          response,
          HttpStatus.CONTENT_TOO_LARGE,
          "too-large",
          "This is larger than the %d kB that are accepted here.".formatted(limit / 1024));
      return;
    }
    chain.doFilter(request.getContentLengthLong() < 0 ? new Counted(request) : request, response);
  }

  private void write(HttpServletResponse response, HttpStatus status, String type, String sentence)
      throws IOException {
    ProblemDetail problem = Problem.detail(status, type, sentence);
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.getOutputStream().write(json.writeValueAsBytes(problem));
  }

  private final class Counted extends HttpServletRequestWrapper {

    private Counted(HttpServletRequest request) {
      super(request);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new CountedStream(super.getInputStream());
    }
  }

  private final class CountedStream extends ServletInputStream {

    private final ServletInputStream in;
    private long read;

    private CountedStream(ServletInputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      int next = in.read();
      if (next >= 0) {
        count(1);
      }
      return next;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int got = in.read(into, from, length);
      if (got > 0) {
        count(got);
      }
      return got;
    }

    private void count(int more) throws BodyTooLarge {
      read += more;
      if (read > limit) {
        throw new BodyTooLarge(limit);
      }
    }

    @Override
    public boolean isFinished() {
      return in.isFinished();
    }

    @Override
    public boolean isReady() {
      return in.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      in.setReadListener(listener);
    }
  }
}
