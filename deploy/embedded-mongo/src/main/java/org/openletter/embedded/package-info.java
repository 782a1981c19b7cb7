/// A database for one machine that speaks the MongoDB wire protocol.
@NullMarked
package org.openletter.embedded;

import org.jspecify.annotations.NullMarked;
