package org.openletter.comments;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.openletter.platform.test.ArchitectureRules;

class ArchitectureTest {

  @TestFactory
  Stream<DynamicTest> keepsToTheArchitecture() {
    return ArchitectureRules.of("org.openletter.comments");
  }
}
