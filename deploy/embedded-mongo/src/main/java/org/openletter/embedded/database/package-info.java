/// Databases and collections: the commands that read, write and declare.
@NullMarked
package org.openletter.embedded.database;

import org.jspecify.annotations.NullMarked;
