/// What every page shares: who looks, what surrounds it, its parts and its static files.
@NullMarked
package org.openletter.gateway.look.page;

import org.jspecify.annotations.NullMarked;
