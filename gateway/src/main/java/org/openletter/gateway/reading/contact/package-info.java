/// How people reach whoever runs the site.
@NullMarked
package org.openletter.gateway.reading.contact;

import org.jspecify.annotations.NullMarked;
