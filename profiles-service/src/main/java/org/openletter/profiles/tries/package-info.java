/// Slowing down whoever guesses, so that it locks nobody out.
@NullMarked
package org.openletter.profiles.tries;

import org.jspecify.annotations.NullMarked;
