package org.openletter.profiles.account;

import org.openletter.platform.id.Ids;

/// Makes the events of account changes for tests in other packages.
public final class TestEvents {

  private TestEvents() {}

  public static AccountEvents make(Ids ids) {
    return new AccountEvents(ids);
  }
}
