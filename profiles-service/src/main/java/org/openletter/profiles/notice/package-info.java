/// The inbox: what a person is told.
@NullMarked
package org.openletter.profiles.notice;

import org.jspecify.annotations.NullMarked;
