/// What every page looks like: layout, addresses of files, dates, faces.
@NullMarked
package org.openletter.gateway.look;

import org.jspecify.annotations.NullMarked;
