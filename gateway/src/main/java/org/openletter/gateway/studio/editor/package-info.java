/// Writing a letter: the form, what readers will see of it, its versions and its publication.
@NullMarked
package org.openletter.gateway.studio.editor;

import org.jspecify.annotations.NullMarked;
