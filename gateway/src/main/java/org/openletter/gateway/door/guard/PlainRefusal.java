package org.openletter.gateway.door.guard;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;

/// What the container says when it refuses a request that never came to a page: one sentence,
/// nothing about itself. Public because the container makes it by its name.
final class PlainRefusal extends ErrorReportValve {

  private static final byte[] SENTENCE =
      """
      <!doctype html><html lang="en"><meta charset="utf-8"><title>This could not be read</title>
      <h1>This could not be read</h1>
      <p>The browser sent something that makes no sense here. Nothing was changed.</p>
      <p><a href="/">Openletter</a></p></html>
      """
          .getBytes(StandardCharsets.UTF_8);

  @Override
  protected void report(Request request, Response response, Throwable failure) {
    if (response.getStatus() < 400
        || response.getContentWritten() > 0
        || !response.setErrorReported()) {
      return;
    }
    try {
      response.setContentType("text/html;charset=UTF-8");
      response.getOutputStream().write(SENTENCE);
      response.finishResponse();
    } catch (IOException | IllegalStateException gone) {
      getContainer().getLogger().debug("a refusal could not be told", gone);
    }
  }
}
