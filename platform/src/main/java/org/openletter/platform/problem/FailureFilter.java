package org.openletter.platform.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/// Catches what no controller saw: sessions, the pages of the authorization server and the keys of
/// tokens are read by filters. Nothing goes on to the container, which would log the messages of
/// exceptions, and those hold what was sent.
public final class FailureFilter extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(FailureFilter.class);

  private final String service;
  private final TellsTrouble trouble;

  /// @param service the name of this service
  public FailureFilter(String service, TellsTrouble trouble) {
    this.service = service;
    this.trouble = trouble;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    int unreadable = ReadableRequest.refusal(request);
    if (unreadable != 0) {
      trouble.unreadable(request, response, unreadable);
      return;
    }
    try {
      chain.doFilter(request, response);
    } catch (RuntimeException | ServletException failure) {
      answer(request, response, failure);
    }
  }

  private void answer(HttpServletRequest request, HttpServletResponse response, Exception failure)
      throws IOException {
    BodyTooLarge tooLarge = Failure.cause(failure, BodyTooLarge.class);
    if (tooLarge != null) {
      throw tooLarge;
    }
    NoAnswer noAnswer = Failure.noAnswer(failure, service).orElse(null);
    Integer unreadable = Failure.unreadable(failure).orElse(null);
    if (noAnswer != null) {
      LOG.warn("no answer from {}: {}", noAnswer.service(), noAnswer.getMessage());
    } else if (unreadable == null) {
      LOG.error("unforeseen", Failure.withoutWords(failure));
    }
    if (response.isCommitted()) {
      // Half an answer must not look like a whole one.
      throw new IOException("failed in the middle of an answer");
    }
    if (noAnswer != null) {
      Failure.remember(request, noAnswer);
      trouble.noAnswer(request, response, noAnswer);
    } else if (unreadable != null) {
      trouble.unreadable(request, response, unreadable);
    } else {
      response.sendError(HttpStatus.INTERNAL_SERVER_ERROR.value());
    }
  }
}
