/// Finds what would expose a person: telephone numbers, addresses, accounts, legal names.
@NullMarked
package org.openletter.moderation.personal;

import org.jspecify.annotations.NullMarked;
