package org.openletter.platform.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class HmacTest {

  // RFC 4231, test case 2.
  @Test
  void isTheOneOfTheStandard() {
    byte[] text = "what do ya want for nothing?".getBytes(UTF_8);

    assertThat(hex(Hmac.sha256("Jefe").of(text)))
        .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    assertThat(hex(Hmac.sha384("Jefe").of(text)))
        .isEqualTo(
            "af45d2e376484031617f78d2b58a6b1b9c7ef464f5a01b47e42ec3736322445e"
                + "8e2240ca5e69e2c78b3239ecfab21649");
  }

  @Test
  void readsPartsAsOne() {
    Hmac hmac = Hmac.sha256("key");

    assertThat(hmac.of("one".getBytes(UTF_8), "two".getBytes(UTF_8))).isEqualTo(hmac.of("onetwo"));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
