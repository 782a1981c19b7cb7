/// The one-time link with which an admin signs up.
@NullMarked
package org.openletter.profiles.setup;

import org.jspecify.annotations.NullMarked;
