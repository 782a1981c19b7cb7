package org.openletter.gateway.me;

import jakarta.servlet.http.HttpServletRequest;
import org.openletter.gateway.page.Pages;
import org.openletter.gateway.person.Wishes;
import org.openletter.gateway.session.Kept;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Where the key that leaves a page is switched off and on.
@Controller
class LeaveKeyPages {

  private final Kept<Wishes> wishes;

  LeaveKeyPages(Kept<Wishes> wishes) {
    this.wishes = wishes;
  }

  @PostMapping("/me/leave-key")
  View choose(@RequestParam boolean off, HttpServletRequest request) {
    wishes.put(request, new Wishes(off));
    return Pages.seeOther("/me#leaving");
  }
}
