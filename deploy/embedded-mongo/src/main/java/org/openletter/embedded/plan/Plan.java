package org.openletter.embedded.plan;

import java.util.List;
import org.openletter.embedded.index.Scannable;

/// How a query is answered.
///
/// @param ranges the entries to look at
/// @param backwards from the last entry to the first
/// @param mergeFrom entries of several ranges are brought in order by their parts from this one on;
///   negative to take one range after the other
/// @param sorted whether the entries come in the order asked for; else the documents are sorted
/// @param bounded whether the conditions leave out entries
/// @param worth for the choice between plans, greater is better
public record Plan(
    Scannable index,
    List<KeyRange> ranges,
    boolean backwards,
    int mergeFrom,
    boolean sorted,
    boolean bounded,
    int worth) {}
