/// What people find in their inbox, which profiles-service keeps.
@NullMarked
package org.openletter.comments.notice;

import org.jspecify.annotations.NullMarked;
