package org.openletter.platform.test;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.Set;
import org.openletter.platform.problem.Failure;
import org.slf4j.Logger;

/// Logs never hold what was sent. The messages of exceptions often do: a database quotes the
/// document, a reader the line that it could not read.
final class LogRules {

  /// Their messages are made of words of ours.
  private static final Set<String> WORDS_OF_OURS = Set.of("NoAnswer", "NotScreened");

  private LogRules() {}

  static ArchRule noMessages(String root) {
    return ArchRuleDefinition.classes()
        .that()
        .resideInAPackage(root + "..")
        .should(keepMessagesOutOfLogs())
        .allowEmptyShould(true)
        .because("the messages of exceptions hold what was sent; Failure.withoutWords does not");
  }

  private static ArchCondition<JavaClass> keepMessagesOutOfLogs() {
    return new ArchCondition<>("keep messages of exceptions out of logs") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (JavaCodeUnit unit : type.getCodeUnits()) {
          boolean told =
              unit.getMethodCallsFromSelf().stream().anyMatch(LogRules::logs)
                  && (unit.getMethodCallsFromSelf().stream().anyMatch(LogRules::readsMessage)
                      || logsWhole(unit));
          events.add(
              new SimpleConditionEvent(
                  type, !told, unit.getFullName() + (told ? " logs" : " does not log") + " one"));
        }
        if (!type.isNestedClass()) {
          LogLines.thatTell(type)
              .forEach(line ->
                  events.add(
                      SimpleConditionEvent.violated(type, type.getFullName() + " logs: " + line)));
        }
      }
    };
  }

  private static boolean logs(JavaMethodCall call) {
    return call.getTargetOwner().isAssignableTo(Logger.class);
  }

  // What `withoutWords` gives back is a plain Throwable; everything that is caught is not.
  private static boolean readsMessage(JavaMethodCall call) {
    JavaClass owner = call.getTargetOwner();
    return owner.isAssignableTo(Throwable.class)
        && !WORDS_OF_OURS.contains(owner.getSimpleName())
        && (call.getName().equals("getMessage")
            || call.getName().equals("toString") && !owner.isEquivalentTo(Throwable.class));
  }

  private static boolean logsWhole(JavaCodeUnit unit) {
    long whole =
        unit.getMethodCallsFromSelf().stream()
            .filter(LogRules::logs)
            .filter(call ->
                call.getTarget().getRawParameterTypes().stream()
                    .anyMatch(parameter -> parameter.isEquivalentTo(Throwable.class)))
            .count();
    long bare =
        unit.getMethodCallsFromSelf().stream()
            .filter(call ->
                call.getTargetOwner().isEquivalentTo(Failure.class)
                    && call.getName().equals("withoutWords"))
            .count();
    return whole > bare;
  }
}
