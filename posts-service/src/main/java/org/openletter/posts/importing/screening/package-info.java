/// The service moderation-service, as an import sees it: it looks at many responses at once.
@NullMarked
package org.openletter.posts.importing.screening;

import org.jspecify.annotations.NullMarked;
