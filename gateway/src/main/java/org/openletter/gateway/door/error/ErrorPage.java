package org.openletter.gateway.door.error;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.openletter.gateway.look.page.Access;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/// Answers what the container itself reports: failures outside every controller.
@Access(Access.To.EVERYBODY)
@Controller
class ErrorPage implements ErrorController {

  private final Troubles troubles;

  ErrorPage(Troubles troubles) {
    this.troubles = troubles;
  }

  @RequestMapping("${server.error.path:/error}")
  void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    // Somebody who comes here on his own finds nothing.
    int code = status instanceof Integer reported ? reported : 404;
    troubles.tell(request, response, TroubleAdvice.ofStatus(code));
  }
}
