@NullMarked
package org.openletter.gateway.door.form;

import org.jspecify.annotations.NullMarked;
