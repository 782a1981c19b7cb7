package org.openletter.profiles;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.openletter.platform.test.ArchitectureRules;

class ArchitectureTest {

  @TestFactory
  Stream<DynamicTest> isBuiltAsAgreed() {
    return ArchitectureRules.of("org.openletter.profiles");
  }
}
