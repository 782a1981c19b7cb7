package org.openletter.gateway.admin.role;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.look.page.Access;
import org.openletter.gateway.look.page.Pages;
import org.openletter.gateway.look.page.Place;
import org.openletter.gateway.look.page.Viewer;
import org.openletter.gateway.neighbour.profiles.AccountsClient;
import org.openletter.platform.problem.CallRefused;
import org.openletter.templates.gateway.Templates;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Who has which role, and whose name waits for staff.
@Access(Access.To.ADMIN)
@Controller
@RequestMapping("/admin/people")
class PeoplePages {

  private static final Logger LOG = LoggerFactory.getLogger(PeoplePages.class);

  private final AccountsClient accounts;
  private final Pages pages;
  private final Templates templates;

  PeoplePages(AccountsClient accounts, Pages pages, Templates templates) {
    this.accounts = accounts;
    this.pages = pages;
    this.templates = templates;
  }

  @GetMapping
  View people(
      Viewer viewer,
      @RequestParam(defaultValue = "") String query,
      @RequestParam(defaultValue = "false") boolean waiting,
      @RequestParam(required = false) @Nullable String before,
      @RequestParam(required = false) @Nullable String changed) {
    AccountsClient.Found found = accounts.find(query.strip(), waiting, before);
    // Only a handle is said back, never what somebody put into a link.
    String said =
        found.accounts().stream()
            .map(AccountsClient.Account::handle)
            .filter(handle -> handle.equals(changed))
            .map(handle -> handle + " was changed. It works within five seconds.")
            .findFirst()
            .orElse(null);
    return page(viewer, HttpStatus.OK, found, rows(found), query, waiting, said, null);
  }

  private static List<PeoplePage.Row> rows(AccountsClient.Found found) {
    return found.accounts().stream().map(PeoplePage.Row::of).toList();
  }

  @PostMapping("/{handle:[a-z0-9_-]{3,30}}/roles")
  View changeRoles(
      Viewer viewer,
      @PathVariable String handle,
      @RequestParam(name = "role", defaultValue = "") List<String> chosen,
      @RequestParam(defaultValue = "") String version) {
    Set<String> roles = new TreeSet<>(chosen);
    roles.retainAll(PeoplePage.ROLES);
    return change(
        viewer,
        handle,
        roles,
        () -> {
          accounts.changeRoles(handle, new AccountsClient.Roles(roles, version));
          LOG.info("roles changed");
        });
  }

  @PostMapping("/{handle:[a-z0-9_-]{3,30}}/approval")
  View decide(
      Viewer viewer,
      @PathVariable String handle,
      @RequestParam boolean approved,
      @RequestParam String version) {
    return change(
        viewer,
        handle,
        null,
        () -> {
          accounts.decide(handle, new AccountsClient.Approval(approved, version));
          LOG.info("name decided");
        });
  }

  // What was chosen on older roles stands beside those of now, to be sent again or not.
  private View change(Viewer viewer, String handle, @Nullable Set<String> chosen, Runnable act) {
    try {
      act.run();
      return Pages.seeOther("/admin/people?query=" + handle + "&changed=" + handle);
    } catch (CallRefused refused) {
      AccountsClient.Found found = accounts.find(handle, false, null);
      Set<String> late = refused.type().equals("account-changed") ? chosen : null;
      List<PeoplePage.Row> rows =
          rows(found).stream()
              .map(row -> late != null && row.handle().equals(handle) ? row.choosing(late) : row)
              .toList();
      return page(
          viewer,
          HttpStatus.valueOf(refused.status()),
          found,
          rows,
          handle,
          false,
          null,
          refused.detail());
    }
  }

  private View page(
      Viewer viewer,
      HttpStatus status,
      AccountsClient.Found found,
      List<PeoplePage.Row> rows,
      String query,
      boolean waiting,
      @Nullable String said,
      @Nullable String problem) {
    return Pages.html(
        status,
        templates.rolePeople(
            pages.page(viewer, "People and roles").under(Place.ADMIN).onDesk().styled("admin"),
            new PeoplePage(rows, found.next(), query, waiting, said, problem)));
  }
}
