package org.openletter.posts.importing.html;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Addresses that a text may lead to.
final class WebAddress {

  private WebAddress() {}

  /// The address as a link may have it; empty when it does not lead to the web or to a mailbox.
  static Optional<String> safe(String address) {
    String url =
        address
            .strip()
            .replace(" ", "%20")
            .replace("(", "%28")
            .replace(")", "%29")
            .replace("<", "%3C")
            .replace(">", "%3E")
            .replace("\\", "%5C")
            .replaceAll("[\\p{Cntrl}]", "");
    try {
      String scheme = URI.create(url).getScheme();
      return scheme != null
              && Set.of("http", "https", "mailto").contains(scheme.toLowerCase(Locale.ROOT))
          ? Optional.of(url)
          : Optional.empty();
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }
}
