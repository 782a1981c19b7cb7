package org.openletter.gateway;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.openletter.platform.test.ArchitectureRules;

class ArchitectureTest {

  private static final String GATEWAY = "org.openletter.gateway";
  private static final String NEIGHBOUR = GATEWAY + ".neighbour..";

  @TestFactory
  Stream<DynamicTest> followsTheRules() {
    return ArchitectureRules.of(GATEWAY);
  }

  @Test
  void whatServicesAnswerKnowsNothingOfPages() {
    classes()
        .that()
        .resideInAPackage(NEIGHBOUR)
        .should()
        .onlyDependOnClassesThat(
            resideOutsideOfPackage(GATEWAY + "..").or(resideInAPackage(NEIGHBOUR)))
        .because("every wing uses it")
        .check(
            new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(GATEWAY));
  }
}
