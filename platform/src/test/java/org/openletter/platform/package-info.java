/// A small service that only the tests of this module know.
@NullMarked
package org.openletter.platform;

import org.jspecify.annotations.NullMarked;
