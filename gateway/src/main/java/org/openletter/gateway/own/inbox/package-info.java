/// What a person is told: decisions about her responses, replies, and what waits on her letters.
@NullMarked
package org.openletter.gateway.own.inbox;

import org.jspecify.annotations.NullMarked;
