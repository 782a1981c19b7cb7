/// The forms of this site whose words may come back to the person who sent them.
@NullMarked
package org.openletter.gateway.door.form;

import org.jspecify.annotations.NullMarked;
