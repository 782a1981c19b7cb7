/// What the stored sessions of both sides of a sign-in have in common.
@NullMarked
package org.openletter.platform.session;

import org.jspecify.annotations.NullMarked;
