package org.openletter.gateway.door.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openletter.platform.limit.AddressBlocks;
import org.springframework.mock.web.MockHttpServletRequest;

class AddressBlockTest {

  private final AddressBlock block =
      new AddressBlock(List.of("127.0.0.1", "172.16.0.0/12"), new AddressBlocks("a secret"));

  @Test
  void putsNeighboursIntoOneBlock() {
    assertThat(of("203.0.113.7")).isEqualTo(of("203.0.113.200")).isNotEqualTo(of("203.0.114.7"));
  }

  @Test
  void putsAThousandAddressesOfOneHomeIntoOneBlock() {
    assertThat(of("2001:db8:1:2::1"))
        .isEqualTo(of("2001:db8:1:2:ffff:ffff:ffff:ffff"))
        .isNotEqualTo(of("2001:db8:1:3::1"));
  }

  @Test
  void doesNotBelieveWhatAStrangerSays() {
    assertThat(of("203.0.113.7", "198.51.100.1")).isEqualTo(of("203.0.113.7"));
  }

  @Test
  void takesTheLastHopThatIsNotOurs() {
    assertThat(of("127.0.0.1", "198.51.100.1")).isEqualTo(of("198.51.100.1"));
    assertThat(of("127.0.0.1", "6.6.6.6, 198.51.100.1, 172.20.0.3")).isEqualTo(of("198.51.100.1"));
    assertThat(of("127.0.0.1", "6.6.6.6", "198.51.100.1")).isEqualTo(of("198.51.100.1"));
  }

  @Test
  void fallsBackToThePeerWhenAHopIsNoAddress() {
    assertThat(of("127.0.0.1", "198.51.100.1, nonsense")).isEqualTo(of("127.0.0.1"));
  }

  @Test
  void saysNothingOfTheAddress() {
    assertThat(of("203.0.113.7")).doesNotContain("203").hasSize(43);
    assertThat(new AddressBlock(List.of(), new AddressBlocks("another")).of(request("203.0.113.7")))
        .isNotEqualTo(of("203.0.113.7"));
  }

  private String of(String peer, String... forwarded) {
    return block.of(request(peer, forwarded));
  }

  private static MockHttpServletRequest request(String peer, String... forwarded) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setRemoteAddr(peer);
    for (String line : forwarded) {
      request.addHeader("X-Forwarded-For", line);
    }
    return request;
  }
}
