/// A person's own pages: her profile, the ways into her account, and what became of her responses.
@NullMarked
package org.openletter.gateway.own.me;

import org.jspecify.annotations.NullMarked;
