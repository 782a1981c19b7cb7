package org.openletter.posts.importing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchDeliveryTest {

  @ParameterizedTest
  @CsvSource({
    "Thandi M, T. M.",
    "Melissa, M.",
    "G, G.",
    "tom k., T. K.",
    "Ana Maria de la Cruz, A. M. D.",
    "(Éva) Ölander, É. Ö.",
    "1234, 1234"
  })
  void shortensNames(String name, String initials) {
    assertThat(BatchDelivery.initials(name)).isEqualTo(initials);
  }
}
