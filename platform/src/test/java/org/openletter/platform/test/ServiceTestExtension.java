package org.openletter.platform.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.core.env.Environment;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/// Cleans the neighbours before each test and closes what their failures opened, counts collection
/// scans, and hands out clients.
final class ServiceTestExtension
    implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback, ParameterResolver {

  private long scansBefore;

  @Override
  public void beforeAll(ExtensionContext context) {
    scansBefore = ServiceTestSettings.database().collectionScans();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    Neighbours.reset();
    // A neighbour that failed in one test is asked again at once in the next, whichever ran before.
    SpringExtension.getApplicationContext(context)
        .getBeanProvider(CircuitBreakerRegistry.class)
        .ifAvailable(breakers -> breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset));
  }

  @Override
  public void afterAll(ExtensionContext context) {
    assertThat(ServiceTestSettings.database().collectionScans())
        .as(
            "queries that scanned a collection of more than 100 documents: %s",
            ServiceTestSettings.database().lastCollectionScans())
        .isEqualTo(scansBefore);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == TestHttp.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Environment environment = SpringExtension.getApplicationContext(context).getEnvironment();
    return new TestHttp(environment.getRequiredProperty("local.server.port", Integer.class));
  }
}
