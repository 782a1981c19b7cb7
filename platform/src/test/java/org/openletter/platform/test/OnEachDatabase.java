package org.openletter.platform.test;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/// Runs a test of storage once for each `DatabaseServer` there is, which the constructor takes.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedClass(name = "on the database {0}")
@MethodSource("org.openletter.platform.test.DatabaseServer#all")
public @interface OnEachDatabase {}
