/// What is a person's own: her account, her responses, her inbox.
@NullMarked
package org.openletter.gateway.own;

import org.jspecify.annotations.NullMarked;
