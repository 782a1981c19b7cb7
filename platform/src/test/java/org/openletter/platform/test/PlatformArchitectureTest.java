package org.openletter.platform.test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The library follows the rules of the services, but for one: what it makes public is used by
/// other modules, which are not on its class path.
class PlatformArchitectureTest {

  private static final String ROOT = "org.openletter.platform";

  @TestFactory
  Stream<DynamicTest> followsTheRules() {
    JavaClasses library =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);
    return ArchitectureRules.all(ROOT).entrySet().stream()
        .filter(rule -> !rule.getKey().equals(ArchitectureRules.PUBLIC_IS_EARNED))
        .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> rule.getValue().check(library)));
  }
}
