package org.openletter.profiles.tries;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.limit.AddressBlocks;
import org.openletter.platform.secret.Secrets;
import org.openletter.profiles.name.Handle;
import org.springframework.stereotype.Component;

/// Tells from a request who tries.
@Component
public class Guessers {

  // Whoever does not come through the gateway is counted together with all who do not.
  private static final String NOWHERE = "";

  private final AddressBlocks blocks;
  private final KnownBrowsers knownBrowsers;

  Guessers(Secrets secrets, KnownBrowsers knownBrowsers) {
    this.blocks = new AddressBlocks(secrets.read("block.key"));
    this.knownBrowsers = knownBrowsers;
  }

  /// Who tries to get into the account of this handle; null when what was typed cannot be one.
  public Guesser.Stranger of(HttpServletRequest request, @Nullable Handle handle) {
    Optional<String> block = blocks.read(request.getHeader(AddressBlocks.HEADER));
    return new Guesser.Stranger(
        block.orElse(NOWHERE), handle != null && knownBrowsers.knows(request, handle));
  }
}
