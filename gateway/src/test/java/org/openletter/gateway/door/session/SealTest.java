package org.openletter.gateway.door.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SealTest {

  private static final String SECRET = "a secret of more than 32 characters, for tests";

  private final Seal seal = new Seal(SECRET);

  @Test
  void opensWhatItClosed() {
    byte[] sealed = seal.close("tokens".getBytes(UTF_8), "session/signed-in");

    assertThat(new Seal(SECRET).open(sealed, "session/signed-in"))
        .hasValueSatisfying(plain -> assertThat(plain).isEqualTo("tokens".getBytes(UTF_8)));
    assertThat(new String(sealed, UTF_8)).doesNotContain("tokens");
  }

  @Test
  void neverClosesTheSameWayTwice() {
    assertThat(seal.close(new byte[4], "x")).isNotEqualTo(seal.close(new byte[4], "x"));
  }

  @Test
  void doesNotOpenWhatWasMovedChangedOrClosedElsewhere() {
    byte[] sealed = seal.close("tokens".getBytes(UTF_8), "hers/signed-in");
    byte[] changed = sealed.clone();
    changed[20] ^= 1;

    assertThat(seal.open(sealed, "mine/signed-in")).isEmpty();
    assertThat(seal.open(changed, "hers/signed-in")).isEmpty();
    assertThat(new Seal(SECRET + "!").open(sealed, "hers/signed-in")).isEmpty();
    assertThat(seal.open(new byte[3], "hers/signed-in")).isEmpty();
  }

  @Test
  void refusesAShortSecret() {
    assertThatThrownBy(() -> new Seal("short")).hasMessageContaining("at least 32");
  }
}
