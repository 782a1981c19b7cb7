package org.openletter.platform.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.UseMainMethod;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;

/// Runs a test against the whole service on a free port, with an embedded database in this JVM and
/// stubbed neighbours. Fails the class when a query scanned a collection of more than 100
/// documents. Test methods may ask for a `TestHttp`. All classes of a module that use it without
/// more settings share one context.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, useMainMethod = UseMainMethod.ALWAYS)
@ContextConfiguration(initializers = ServiceTestSettings.class)
@ExtendWith(ServiceTestExtension.class)
public @interface ServiceTest {}
