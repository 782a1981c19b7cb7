package org.openletter.gateway.look.page;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says for whom a page is, or all pages of a class; a method's own word goes first. Whether what
/// it shows or changes is hers, is decided by the service that owns it. A page without it keeps the
/// gateway from starting.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Access {

  /// Who may open it.
  To value();

  /// Whether what strangers see of it is the same for all of them, so that it is kept for a while.
  /// Counts for reading alone.
  boolean cached() default false;

  /// Somebody who may open a page.
  enum To {
    EVERYBODY,
    SIGNED_IN,
    ADMIN
  }
}
