/// How people reach whoever runs the site.
@NullMarked
package org.openletter.gateway.contact;

import org.jspecify.annotations.NullMarked;
