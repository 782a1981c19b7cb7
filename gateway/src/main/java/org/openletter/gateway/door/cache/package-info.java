/// Pages for people who are not signed in, kept for two seconds, so that a letter that everybody
/// reads costs no more than one that nobody reads.
@NullMarked
package org.openletter.gateway.door.cache;

import org.jspecify.annotations.NullMarked;
