/// What people see of a person, and what she can change herself.
@NullMarked
package org.openletter.profiles.profile;

import org.jspecify.annotations.NullMarked;
