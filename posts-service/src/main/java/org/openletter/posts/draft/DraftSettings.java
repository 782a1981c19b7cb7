package org.openletter.posts.draft;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What limits writing.
///
/// @param most drafts that one account can have before it begins another, those that were brought
///   in counted; a letter a day for more than a year
@ConfigurationProperties("openletter.draft")
record DraftSettings(@DefaultValue("500") int most) {}
