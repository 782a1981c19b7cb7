@NullMarked
package org.openletter.embedded.database;

import org.jspecify.annotations.NullMarked;
