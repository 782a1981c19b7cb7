package org.openletter.posts.importing.wordpress;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Collects what a file holds and counts what stays behind.
final class ExportBuilder {

  /// As many as fit into the largest file: WordPress writes 1.5 kB around each.
  private static final int MOST_ITEMS = 20_000;

  /// Ten times the longest thread that anybody was seen to run by hand.
  private static final int MOST_COMMENTS = 20_000;

  private final Instant now;
  private final Map<String, String> displayNames = new HashMap<>();
  private final List<Export.Item> items = new ArrayList<>();
  private final Set<String> sources = new HashSet<>();
  private final Remarks remarks = new Remarks();

  private int comments;

  ExportBuilder(Instant now) {
    this.now = now;
  }

  void author(String login, String displayName) {
    if (displayNames.size() < MOST_COMMENTS) {
      displayNames.put(login, displayName);
    }
  }

  ItemBuilder item() {
    return new ItemBuilder(now, remarks);
  }

  void add(ItemBuilder builder) throws NotReadable {
    Export.Item item = builder.build(displayNames).orElse(null);
    if (item == null || !sources.add(item.source())) {
      remarks.leftOut(1 + builder.commentCount());
      return;
    }
    items.add(item);
    comments += item.comments().size();
    if (items.size() > MOST_ITEMS) {
      throw NotReadable.tooMuch("This file has more than %,d letters.".formatted(MOST_ITEMS));
    }
    if (comments > MOST_COMMENTS) {
      throw NotReadable.tooMuch("This file has more than %,d responses.".formatted(MOST_COMMENTS));
    }
  }

  Export build(ExportText text) {
    text.tell(remarks);
    return new Export(List.copyOf(items), remarks.leftOut(), remarks.sentences());
  }
}
