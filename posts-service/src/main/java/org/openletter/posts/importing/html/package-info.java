/// Turns the HTML of others into our Markdown.
@NullMarked
package org.openletter.posts.importing.html;

import org.jspecify.annotations.NullMarked;
