/// People with goals, in a real browser.
@NullMarked
package org.openletter.e2e;

import org.jspecify.annotations.NullMarked;
