/// Who may speak: a password for the whole server, and SCRAM-SHA-256 to prove that one knows it.
@NullMarked
package org.openletter.embedded.access;

import org.jspecify.annotations.NullMarked;
