/// How a text is looked at: as it was written, folded so that tricks of spelling disappear, and as
/// words that know whether they stand in a quotation.
@NullMarked
package org.openletter.moderation.view;

import org.jspecify.annotations.NullMarked;
