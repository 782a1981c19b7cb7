/// The only door to the platform: sign-in, web pages, API routes, feeds and the admin console.
@NullMarked
package org.openletter.gateway;

import org.jspecify.annotations.NullMarked;
