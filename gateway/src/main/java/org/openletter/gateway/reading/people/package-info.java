/// The public page of a person.
@NullMarked
package org.openletter.gateway.reading.people;

import org.jspecify.annotations.NullMarked;
