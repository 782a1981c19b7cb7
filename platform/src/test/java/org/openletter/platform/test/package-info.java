/// Help for the tests of all services: signed-in callers, stubbed neighbours, a database, and the
/// rules of the architecture.
@NullMarked
package org.openletter.platform.test;

import org.jspecify.annotations.NullMarked;
