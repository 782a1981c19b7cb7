/// Tells random letters from words of any language.
@NullMarked
package org.openletter.moderation.letters;

import org.jspecify.annotations.NullMarked;
