/// What an admin sees and decides about accounts.
@NullMarked
package org.openletter.profiles.people;

import org.jspecify.annotations.NullMarked;
