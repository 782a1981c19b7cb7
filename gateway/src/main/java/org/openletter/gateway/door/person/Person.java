package org.openletter.gateway.door.person;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/// A signed-in person while a request is answered.
public final class Person extends AbstractAuthenticationToken {

  private static final long serialVersionUID = 1;

  private final transient SignedIn signedIn;
  private final transient String sessionId;

  /// The person with what the session of this id keeps.
  public Person(SignedIn signedIn, String sessionId) {
    super(authorities(signedIn));
    this.signedIn = signedIn;
    this.sessionId = sessionId;
    setAuthenticated(true);
  }

  /// Who is signed in here and now, on this request's thread or one that it started.
  public static Optional<SignedIn> current() {
    return SecurityContextHolder.getContext().getAuthentication() instanceof Person person
        ? Optional.of(person.signedIn)
        : Optional.empty();
  }

  /// Whether somebody is signed in who holds no role: as long as her name waits for staff.
  public static boolean waitsForStaff() {
    return current().filter(person -> person.roles().isEmpty()).isPresent();
  }

  /// What her session keeps.
  public SignedIn signedIn() {
    return signedIn;
  }

  /// The session that keeps it.
  public String sessionId() {
    return sessionId;
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public Object getPrincipal() {
    return signedIn.accountId();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Person person && person.signedIn.equals(signedIn);
  }

  @Override
  public int hashCode() {
    return signedIn.hashCode();
  }

  private static List<GrantedAuthority> authorities(SignedIn signedIn) {
    return signedIn.roles().stream()
        .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role))
        .toList();
  }
}
