package org.openletter.platform.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/// Tells it as a problem, to programs.
public final class ProblemTrouble implements TellsTrouble {

  private final JsonMapper json;

  /// Writes problems with this mapper.
  public ProblemTrouble(JsonMapper json) {
    this.json = json;
  }

  @Override
  public void noAnswer(HttpServletRequest request, HttpServletResponse response, NoAnswer failure)
      throws IOException {
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(Problem.seconds(Problem.SOON)));
    write(response, Problem.detail(failure, request));
  }

  @Override
  public void unreadable(HttpServletRequest request, HttpServletResponse response, int status)
      throws IOException {
    write(response, ProblemAdvice.known(HttpStatus.valueOf(status)));
  }

  private void write(HttpServletResponse response, ProblemDetail problem) throws IOException {
    response.resetBuffer();
    response.setStatus(problem.getStatus());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.getOutputStream().write(json.writeValueAsBytes(problem));
  }
}
