package org.openletter.gateway;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.openletter.platform.test.ServiceTest;
import org.openletter.platform.test.ServiceTestSettings;
import org.openletter.platform.test.TestClock;
import org.springframework.test.context.ContextConfiguration;

/// Runs a test against the whole gateway, with stubbed neighbours and a clock that can be moved.
/// All classes that use it share one context.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ServiceTest
@ContextConfiguration(initializers = {ServiceTestSettings.class, GatewayTestSettings.class})
public @interface GatewayTest {

  /// The clock of all gateways that are tested.
  TestClock CLOCK = TestClock.running();
}
