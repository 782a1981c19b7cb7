package org.openletter.gateway.door.error;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.openletter.platform.problem.NoAnswer;
import org.openletter.platform.problem.TellsTrouble;
import org.springframework.stereotype.Component;

/// Tells what went wrong outside every controller the way the rest of the site does.
@Component
class PageTrouble implements TellsTrouble {

  private final Troubles troubles;

  PageTrouble(Troubles troubles) {
    this.troubles = troubles;
  }

  @Override
  public void noAnswer(HttpServletRequest request, HttpServletResponse response, NoAnswer failure)
      throws IOException {
    troubles.tell(request, response, Away.trouble(failure, request));
  }

  @Override
  public void unreadable(HttpServletRequest request, HttpServletResponse response, int status)
      throws IOException {
    troubles.tell(request, response, TroubleAdvice.ofStatus(status));
  }
}
