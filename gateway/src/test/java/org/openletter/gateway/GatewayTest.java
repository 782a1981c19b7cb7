package org.openletter.gateway;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.openletter.platform.test.ServiceTest;
import org.springframework.context.annotation.Import;

/// Runs a test against the whole gateway, with stubbed neighbours and a clock that can be moved.
/// All classes that use it share one context.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ServiceTest
@Import(TestClock.class)
public @interface GatewayTest {}
