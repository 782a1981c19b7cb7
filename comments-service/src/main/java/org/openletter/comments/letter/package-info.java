/// Letters as this service needs them: whose they are, and whether they are public.
@NullMarked
package org.openletter.comments.letter;

import org.jspecify.annotations.NullMarked;
