package org.openletter.embedded.memory;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// What a value needs in memory. A document of numbers takes twenty times the bytes it is stored
/// in, one of a long text hardly more than those.
public final class Footprint {

  private static final int DOCUMENT = 160;
  private static final int FIELD = 100;
  private static final int LIST = 40;
  private static final int ELEMENT = 8;
  private static final int TEXT = 48;
  private static final int SMALL = 48;

  private Footprint() {}

  /// Bytes of heap, rather too many than too few.
  public static long of(@Nullable Object value) {
    return switch (value) {
      case null -> 0;
      case Document document -> {
        long bytes = DOCUMENT;
        for (var field : document.entrySet()) {
          bytes += FIELD + field.getKey().length() + of(field.getValue());
        }
        yield bytes;
      }
      case Collection<?> list -> {
        long bytes = LIST;
        for (Object element : list) {
          bytes += ELEMENT + of(element);
        }
        yield bytes;
      }
      case String text -> TEXT + (isLatin(text) ? 1L : 2L) * text.length();
      case BinData data -> TEXT + (long) data.getData().length;
      case Boolean _ -> 0;
      default -> SMALL;
    };
  }

  private static boolean isLatin(String text) {
    return text.chars().allMatch(sign -> sign < 256);
  }
}
