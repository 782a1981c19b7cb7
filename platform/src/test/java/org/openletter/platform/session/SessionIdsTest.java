package org.openletter.platform.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SessionIdsTest {

  @Test
  void storeAHashAndNeverTheId() {
    assertThat(HexFormat.of().formatHex(Base64.getUrlDecoder().decode(SessionIds.key("abc"))))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(SessionIds.proof("abc")).isNull();
  }

  @Test
  void stayAtTheirPlaceWhenChangedAndNeedTheLastSecret() {
    String first = SessionIds.changed("abc", "one");
    String second = SessionIds.changed(first, "two");

    assertThat(second).isEqualTo("abc.two");
    assertThat(SessionIds.key(second)).isEqualTo(SessionIds.key("abc"));
    assertThat(SessionIds.proof(second)).isNotNull().isNotEqualTo(SessionIds.proof(first));
  }
}
