package org.openletter.gateway.own.inbox;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.neighbour.profiles.PeopleClient;

/// One page of the inbox.
///
/// @param next where the following page begins, or null on the last one
public record InboxPage(List<Notice> notices, @Nullable String next, boolean firstPage) {

  static InboxPage of(PeopleClient.Notices listed, boolean firstPage) {
    return new InboxPage(
        listed.notices().stream().map(NoticeWords::of).toList(), listed.next(), firstPage);
  }

  public boolean somethingNew() {
    return notices.stream().anyMatch(Notice::isNew);
  }
}
