package org.openletter.gateway.neighbour.profiles;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// profiles-service as a person who is signed in sees it.
public final class FakePeople implements PeopleClient {

  public @Nullable RuntimeException failure;
  public @Nullable Profile profile;

  @Override
  public Me me() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void change(Profile changed) {
    answer();
    profile = changed;
  }

  @Override
  public void change(LeaveKey leaveKey) {
    answer();
  }

  @Override
  public Ended change(Password password) {
    answer();
    return new Ended(2);
  }

  @Override
  public Code recoveryCode(Proof proof) {
    answer();
    return new Code("k3f9-w2m8");
  }

  @Override
  public Optional<Person> find(String handle) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Notices notices(@Nullable String before) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Unread unread() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void read(Map<String, String> which) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void signOut(Session session) {
    throw new UnsupportedOperationException();
  }

  private void answer() {
    if (failure != null) {
      throw failure;
    }
  }
}
