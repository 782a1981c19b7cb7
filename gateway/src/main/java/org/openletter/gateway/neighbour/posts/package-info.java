/// What posts-service answers: letters as everybody reads them, drafts as their writers do, files
/// that are brought in.
@NullMarked
package org.openletter.gateway.neighbour.posts;

import org.jspecify.annotations.NullMarked;
