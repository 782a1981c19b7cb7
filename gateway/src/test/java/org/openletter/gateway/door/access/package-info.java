/// Tests of who may open which page.
@NullMarked
package org.openletter.gateway.door.access;

import org.jspecify.annotations.NullMarked;
