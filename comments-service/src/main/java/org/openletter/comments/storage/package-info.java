/// Where comments are kept: one document each, one write for each change.
@NullMarked
package org.openletter.comments.storage;

import org.jspecify.annotations.NullMarked;
