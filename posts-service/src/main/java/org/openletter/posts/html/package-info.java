/// Turns the HTML of others into our Markdown.
@NullMarked
package org.openletter.posts.html;

import org.jspecify.annotations.NullMarked;
