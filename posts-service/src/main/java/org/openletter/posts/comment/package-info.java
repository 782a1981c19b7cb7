/// The service comments-service, as letters see it: it has to know which letters there are.
@NullMarked
package org.openletter.posts.comment;

import org.jspecify.annotations.NullMarked;
