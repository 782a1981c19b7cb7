package org.openletter.gateway;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.openletter.platform.test.ArchitectureRules;

class ArchitectureTest {

  @TestFactory
  Stream<DynamicTest> followsTheRules() {
    return ArchitectureRules.of("org.openletter.gateway");
  }
}
