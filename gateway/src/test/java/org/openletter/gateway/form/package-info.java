@NullMarked
package org.openletter.gateway.form;

import org.jspecify.annotations.NullMarked;
