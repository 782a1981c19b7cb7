package org.openletter.moderation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.openletter.platform.test.ArchitectureRules;

class ArchitectureTest {

  private static final ArchRule NO_BACKTRACKING =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.util.regex..")
          .orShould()
          .callMethod(String.class, "matches", String.class)
          .orShould()
          .callMethod(String.class, "split", String.class)
          .orShould()
          .callMethod(String.class, "replaceAll", String.class, String.class)
          .orShould()
          .callMethod(String.class, "replaceFirst", String.class, String.class)
          .because("a text that strangers write must not decide how long we look at it");

  @TestFactory
  Stream<DynamicTest> rules() {
    return ArchitectureRules.of("org.openletter.moderation");
  }

  @Test
  void looksAtNoTextWithAnExpressionThatBacktracks() {
    NO_BACKTRACKING.check(service());
  }

  @Test
  void wouldNoticeAnExpressionThatBacktracks() {
    JavaClasses wrong = new ClassFileImporter().importClasses(Backtracking.class);

    Assertions.assertThatThrownBy(() -> NO_BACKTRACKING.check(wrong))
        .isInstanceOf(AssertionError.class);
  }

  private static JavaClasses service() {
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .importPackages("org.openletter.moderation");
  }

  private static final class Backtracking {

    @SuppressWarnings("unused")
    private static final Pattern WRONG = Pattern.compile("(a+)+");
  }
}
