/// The authorization server: codes, tokens, refresh and the end of a session.
@NullMarked
package org.openletter.profiles.authorization;

import org.jspecify.annotations.NullMarked;
