package org.openletter.platform.test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.openletter.platform.text.PlainText;
import org.openletter.platform.text.SafeHtml;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Controller;

/// The rules of the architecture, as tests. Each has a fixture that breaks it, so none can be dead.
public final class ArchitectureRules {

  static final String PUBLIC_IS_EARNED = "public is earned";

  private ArchitectureRules() {}

  /// All rules over one service, as dynamic tests. `root` is its package, for example
  /// `org.openletter.posts`.
  public static Stream<DynamicTest> of(String root) {
    JavaClasses service =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(root, "org.openletter.templates");
    return Stream.concat(
        all(root).entrySet().stream()
            .map(rule ->
                DynamicTest.dynamicTest(rule.getKey(), () -> rule.getValue().check(service))),
        Stream.of(
            DynamicTest.dynamicTest(
                "the README names every package",
                () -> assertThat(ReadmeRule.unnamed(Path.of(""), root)).isEmpty())));
  }

  static Map<String, ArchRule> all(String root) {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    rules.put("features are free of cycles", freeOfCycles(root + ".(**)"));
    rules.put("wings are free of cycles", freeOfCycles(root + ".(*).."));
    rules.put("packages are named after what people do", noTechnicalPackages(root));
    rules.put("controllers are hidden", hiddenControllers(root));
    rules.put("nothing is injected into fields", noFieldInjection(root));
    rules.put(PUBLIC_IS_EARNED, publicIsEarned(root));
    rules.put("time is passed in", timeIsPassedIn(root));
    rules.put("only mappers reread HTML", onlyMappersRereadHtml(root));
    rules.put("only the cleaner normalizes", onlyTheCleanerNormalizes(root));
    rules.put("logs hold no messages of exceptions", LogRules.noMessages(root));
    return rules;
  }

  static ArchRule freeOfCycles(String parts) {
    return slices()
        .matching(parts)
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .because("two features that need each other are one feature");
  }

  private static ArchRule noTechnicalPackages(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .resideInAnyPackage(
            "..impl..",
            "..util..",
            "..common..",
            "..dto..",
            "..service..",
            "..model..",
            "..helper..")
        .because("a package is named after what people do");
  }

  private static ArchRule hiddenControllers(String root) {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .areMetaAnnotatedWith(Controller.class)
        .should()
        .notBePublic()
        .allowEmptyShould(true)
        .because("HTTP is the only way in");
  }

  private static ArchRule noFieldInjection(String root) {
    return fields()
        .that()
        .areDeclaredInClassesThat()
        .resideInAPackage(root + "..")
        .should()
        .notBeAnnotatedWith(Autowired.class)
        .allowEmptyShould(true)
        .because("a constructor shows what a class needs");
  }

  private static ArchRule publicIsEarned(String root) {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .arePublic()
        .and()
        .areTopLevelClasses()
        .and(
            DescribedPredicate.describe(
                "no entry point",
                type -> !type.getSimpleName().matches(".*Application|ScreenLines")))
        .should(beUsedFromAnotherPackage())
        .allowEmptyShould(true)
        .because("what nobody else uses is hidden");
  }

  private static ArchRule timeIsPassedIn(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .because("a test must be able to move the clock");
  }

  private static ArchRule onlyMappersRereadHtml(String root) {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .and(
            DescribedPredicate.describe(
                "reread HTML",
                type ->
                    type.getMethodCallsFromSelf().stream()
                        .anyMatch(call ->
                            call.getTargetOwner().isEquivalentTo(SafeHtml.class)
                                && call.getName().equals("reread"))))
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("org.bson.Document")
        .allowEmptyShould(true)
        .because("only what the renderer stored may reach a page unescaped");
  }

  private static ArchRule onlyTheCleanerNormalizes(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .areNotAssignableTo(PlainText.class)
        .should()
        .callMethod(Normalizer.class, "normalize", CharSequence.class, Normalizer.Form.class)
        .because("its work is quadratic in runs of marks, which PlainText caps first");
  }

  private static ArchCondition<JavaClass> beUsedFromAnotherPackage() {
    return new ArchCondition<>("be used from another package") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean used =
            type.getDirectDependenciesToSelf().stream()
                .anyMatch(d -> !samePackage(d.getOriginClass(), type));
        events.add(
            new SimpleConditionEvent(
                type, used, type.getName() + (used ? " is" : " is not") + " used elsewhere"));
      }
    };
  }

  private static boolean samePackage(JavaClass one, JavaClass other) {
    return one.getPackageName().equals(other.getPackageName());
  }
}
