package org.openletter.platform.mongo;

import org.springframework.boot.context.properties.ConfigurationProperties;

/// Where the database is.
///
/// @param uri the server, without a database name; `MONGO_URI` sets it, `deploy/start` does
///   otherwise
/// @param database the service's own database on that server
@ConfigurationProperties("openletter.mongo")
public record MongoSettings(String uri, String database) {}
