package org.openletter.gateway.door.limit;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.openletter.platform.limit.AddressBlocks;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/// Names the block of addresses that a request comes from: a keyed hash of its /24 or /64. It is
/// kept in memory only, so nobody can tell afterwards which address it was.
final class AddressBlock {

  private static final int BYTES_OF_IPV4 = 4;
  private static final int BLOCK_OF_IPV4 = 3;
  private static final int BLOCK_OF_IPV6 = 8;

  private final List<IpAddressMatcher> trusted;
  private final AddressBlocks blocks;

  /// @param trustedProxies addresses or networks whose `X-Forwarded-For` is believed, for this
  ///   alone
  AddressBlock(List<String> trustedProxies, AddressBlocks blocks) {
    this.trusted = trustedProxies.stream().map(IpAddressMatcher::new).toList();
    this.blocks = blocks;
  }

  /// The name of the block; the same for all its addresses.
  String of(HttpServletRequest request) {
    InetAddress address = parse(request.getRemoteAddr()).orElseGet(InetAddress::getLoopbackAddress);
    if (isTrusted(address)) {
      address = lastUntrusted(request).orElse(address);
    }
    byte[] bytes = address.getAddress();
    int length = bytes.length == BYTES_OF_IPV4 ? BLOCK_OF_IPV4 : BLOCK_OF_IPV6;
    return blocks.name(Arrays.copyOf(bytes, length));
  }

  // Each proxy appends the peer it saw, so the list is true from its end up to the first hop that
  // we do not
  // trust; what stands before that may be invented.
  private Optional<InetAddress> lastUntrusted(HttpServletRequest request) {
    List<String> hops = new ArrayList<>();
    for (String header : Collections.list(request.getHeaders("X-Forwarded-For"))) {
      hops.addAll(Arrays.asList(header.split(",")));
    }
    for (String hop : hops.reversed()) {
      Optional<InetAddress> address = parse(hop.strip());
      if (address.isEmpty() || !isTrusted(address.get())) {
        return address;
      }
    }
    return Optional.empty();
  }

  private boolean isTrusted(InetAddress address) {
    return trusted.stream().anyMatch(network -> network.matches(address.getHostAddress()));
  }

  private static Optional<InetAddress> parse(String text) {
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }
}
