/// Why responses wait or are removed, in words. Services tell codes; every page and notice takes
/// the words from here.
@NullMarked
package org.openletter.gateway.look.reason;

import org.jspecify.annotations.NullMarked;
