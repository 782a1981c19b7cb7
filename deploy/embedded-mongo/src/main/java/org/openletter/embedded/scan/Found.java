package org.openletter.embedded.scan;

import de.bwaldvogel.mongo.bson.Document;

/// A document that matches, and how many bytes it is stored in.
record Found(Document document, int bytes) {}
