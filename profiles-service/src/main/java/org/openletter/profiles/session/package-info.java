/// The browser's session at the authorization server.
@NullMarked
package org.openletter.profiles.session;

import org.jspecify.annotations.NullMarked;
