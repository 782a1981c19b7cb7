/// The public page of a person.
@NullMarked
package org.openletter.gateway.people;

import org.jspecify.annotations.NullMarked;
