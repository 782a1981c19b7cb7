package org.openletter.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureRulesTest {

  private static final String FIXTURE = "org.openletter.platform.test.fixture";

  @TestFactory
  Stream<DynamicTest> everyRuleCanFail() {
    JavaClasses fixture = new ClassFileImporter().importPackages(FIXTURE);
    return ArchitectureRules.all(FIXTURE).entrySet().stream()
        .map(rule ->
            DynamicTest.dynamicTest(
                rule.getKey(), () -> assertThat(breaks(rule.getValue(), fixture)).isTrue()));
  }

  private static boolean breaks(ArchRule rule, JavaClasses fixture) {
    return rule.evaluate(fixture).hasViolation();
  }
}
