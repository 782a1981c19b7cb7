/// Errors as problem+json: one shape, stable types, sentences for people.
@NullMarked
package org.openletter.platform.problem;

import org.jspecify.annotations.NullMarked;
