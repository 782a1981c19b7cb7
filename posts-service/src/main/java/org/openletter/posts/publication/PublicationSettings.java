package org.openletter.posts.publication;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What limits publishing.
///
/// @param aDay letters one account may make public in 24 hours; publishing an edited one again does
///   not count
/// @param importedADay the same for letters that were brought in, which do not count above
@ConfigurationProperties("openletter.publication")
record PublicationSettings(@DefaultValue("5") int aDay, @DefaultValue("50") int importedADay) {}
