package org.openletter.profiles.notice;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.caller.Caller;
import org.openletter.profiles.account.Accounts;
import org.openletter.profiles.account.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// A person's own inbox.
@RestController
class InboxController {

  private static final int PAGE = 30;

  private final Inboxes inboxes;
  private final Accounts accounts;
  private final Clock clock;

  InboxController(Inboxes inboxes, Accounts accounts, Clock clock) {
    this.inboxes = inboxes;
    this.accounts = accounts;
    this.clock = clock;
  }

  @GetMapping("/me/notices")
  Inbox inbox(Caller caller, @RequestParam(required = false) @Nullable String before) {
    List<Notice> found = inboxes.of(caller.accountId(), before, PAGE + 1);
    List<Notice> page = found.subList(0, Math.min(PAGE, found.size()));
    return new Inbox(
        page.stream().map(InboxController::told).toList(),
        found.size() > PAGE ? page.getLast().order() : null);
  }

  @GetMapping("/me/notices/count")
  Unread count(Caller caller) {
    return new Unread(
        inboxes.unread(caller.accountId()),
        caller.is(Role.ADMIN.word()) ? accounts.waiting(Inboxes.MOST_COUNTED) : null);
  }

  @PutMapping("/me/notices/read")
  ResponseEntity<Void> read(Caller caller, @RequestBody Read read) {
    inboxes.read(caller.accountId(), read.id(), clock.instant());
    return ResponseEntity.noContent().build();
  }

  private static Told told(Notice notice) {
    return new Told(
        notice.id(),
        notice.kind(),
        notice.parameters(),
        notice.count(),
        notice.at(),
        notice.readAt());
  }

  record Inbox(List<Told> notices, @Nullable String next) {}

  record Told(
      String id,
      String kind,
      Map<String, String> parameters,
      int count,
      Instant at,
      @Nullable Instant readAt) {}

  /// @param names for an admin: how many names wait for approval; null for everybody else
  record Unread(int unread, @Nullable Integer names) {}

  record Read(@Nullable String id) {}
}
