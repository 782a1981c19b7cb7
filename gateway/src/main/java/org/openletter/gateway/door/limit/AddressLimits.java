package org.openletter.gateway.door.limit;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.openletter.gateway.door.person.Person;
import org.openletter.gateway.door.person.SignedIn;
import org.openletter.platform.limit.AddressBlocks;
import org.openletter.platform.limit.Limit;
import org.openletter.platform.limit.Limits;
import org.openletter.platform.secret.Secrets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Counts what one block of addresses does. Each answer is empty when it is allowed, else how long
/// to wait.
@Component
public class AddressLimits {

  private final Limits limits;
  private final LimitSettings settings;
  private final AddressBlocks told;
  private final AddressBlock blocks;

  AddressLimits(
      Limits limits,
      LimitSettings settings,
      Secrets secrets,
      @Value("${openletter.trusted-proxies:}") List<String> trustedProxies) {
    this.limits = limits;
    this.settings = settings;
    this.told = new AddressBlocks(secrets.read("block.key"));
    this.blocks = new AddressBlock(trustedProxies, told);
  }

  /// The block of addresses that this request comes from, as profiles-service is told it: there
  /// tries to sign in and accounts made are counted.
  public String told(HttpServletRequest request) {
    return told.told(blocks.of(request));
  }

  /// A text is to be kept for somebody who is not signed in.
  public Optional<Duration> draft(HttpServletRequest request) {
    return take("drafts", request, settings.drafts().limit());
  }

  /// The API is read, by an account or by a stranger.
  public Optional<Duration> apiRead(HttpServletRequest request) {
    return Person.current()
        .map(SignedIn::accountId)
        .map(id -> limits.take("api-account", id, settings.apiReadsSignedIn().limit()))
        .orElseGet(() -> take("api", request, settings.apiReads().limit()));
  }

  Optional<Duration> signInStart(HttpServletRequest request) {
    return take("sign-in-start", request, settings.signInStarts().limit());
  }

  Optional<Duration> pageRead(HttpServletRequest request) {
    return take("page", request, settings.pageReads().limit());
  }

  private Optional<Duration> take(String bucket, HttpServletRequest request, Limit limit) {
    return limits.take(bucket, blocks.of(request), limit);
  }
}
