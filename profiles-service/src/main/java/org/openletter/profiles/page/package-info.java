/// What all pages of this service share: frame, headers, errors.
@NullMarked
package org.openletter.profiles.page;

import org.jspecify.annotations.NullMarked;
