package org.openletter.platform.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SessionIdsTest {

  private static final SessionIds IDS = new SessionIds(HexFormat.of()::formatHex);

  @Test
  void storeAHashAndNeverTheId() {
    assertThat(IDS.key("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(IDS.proof("abc")).isNull();
  }

  @Test
  void stayAtTheirPlaceWhenChangedAndNeedTheLastSecret() {
    String first = SessionIds.changed("abc", "one");
    String second = SessionIds.changed(first, "two");

    assertThat(second).isEqualTo("abc.two");
    assertThat(IDS.key(second)).isEqualTo(IDS.key("abc"));
    assertThat(IDS.proof(second)).isNotNull().isNotEqualTo(IDS.proof(first));
  }
}
