/// Handles and display names, and what they look like to a reader.
@NullMarked
package org.openletter.profiles.name;

import org.jspecify.annotations.NullMarked;
