package org.openletter.moderation.statement;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Why a response was restricted, or that it no longer is.
///
/// @param id the id of the event that told of it
/// @param accountId the person concerned, nobody for an imported writer
/// @param action what was done, one word: `held`, `removed`, `change-held`
/// @param facts what its decider wrote in own words, personal data covered, at most 300 code
///   points; may be empty
/// @param rule which rule, one word
/// @param automated whether a machine decided alone
/// @param by who decided: `screening`, `thread-rule`, `writer-of-letter`, `moderator`
/// @param version the version of the screening that looked, if one did
record Statement(
    String id,
    Kind kind,
    String letterId,
    String commentId,
    @Nullable String accountId,
    String action,
    String facts,
    String rule,
    boolean automated,
    String by,
    List<Reason> reasons,
    @Nullable String version,
    Instant at) {

  /// Whether something was restricted or set free.
  enum Kind {
    RESTRICTION,
    LIFTED
  }

  /// One reason: a code and what the words for it need.
  record Reason(String code, Map<String, Object> parameters) {}
}
