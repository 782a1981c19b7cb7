package org.openletter.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

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

  @Test
  void aCycleWithinAWingIsFound() {
    String wing = FIXTURE + ".wing";
    JavaClasses fixture = new ClassFileImporter().importPackages(wing);

    assertThat(breaks(ArchitectureRules.freeOfCycles(FIXTURE + ".(**)"), fixture)).isTrue();
    assertThat(breaks(ArchitectureRules.freeOfCycles(FIXTURE + ".(*).."), fixture)).isFalse();
  }

  @Test
  void aPackageWithoutALineIsFound(@TempDir Path module) throws IOException {
    Path sources = module.resolve("src/main/java/org/example");
    for (String file : List.of("Main", "told/A", "wing/told/B", "wing/hidden/C", "hidden/D")) {
      Path source = sources.resolve(file + ".java");
      Files.createDirectories(source.getParent());
      Files.createFile(source);
    }
    Files.writeString(module.resolve("README.md"), "| `told` |\n| a | `wing` | `told` |\nhidden");

    assertThat(ReadmeRule.unnamed(module, "org.example")).containsExactly("hidden", "wing/hidden");
  }

  @Test
  void theReadmesOfModulesWithoutTheOtherRulesNameTheirPackages() {
    assertThat(ReadmeRule.unnamed(Path.of(""), "org.openletter.platform")).isEmpty();
    assertThat(ReadmeRule.unnamed(Path.of("../deploy/embedded-mongo"), "org.openletter.embedded"))
        .isEmpty();
  }

  @Test
  void everyWayToLogAMessageIsFound() {
    JavaClasses fixture = new ClassFileImporter().importPackages(FIXTURE);
    List<String> found =
        LogRules.noMessages(FIXTURE).evaluate(fixture).getFailureReport().getDetails();

    for (String way :
        List.of(
            ".tell(java",
            ".tellAll(java",
            "LOG.error(\"\", \"\", failed)",
            "String.valueOf(failed)",
            "LOG.info(\"\" + failed)")) {
      assertThat(found).as(way).anyMatch(line -> line.contains(way));
    }
    assertThat(found).hasSize(6);
  }

  @Test
  void whatWasMadeOfAnExceptionMayBeLoggedAndLongTextsAreRead() {
    String source =
        "String page = \"\"\"\n"
            + "a line\n".repeat(20_000)
            + "\"\"\";\ncatch (IOException failed) { LOG.warn(\"{}\", ";

    assertThat(LogLines.thatTell(source + "Reason.of(failed)); }")).isEmpty();
    assertThat(LogLines.thatTell(source + "name, failed); }")).hasSize(1);
  }

  private static boolean breaks(ArchRule rule, JavaClasses fixture) {
    return rule.evaluate(fixture).hasViolation();
  }
}
