package org.openletter.gateway.look.page;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The small picture of a person, drawn from the handle alone: no file, no request, no third party.
///
/// @param ground fill of the disc
/// @param ink fill of the figure
/// @param figure path of a five by five grid whose right half mirrors the left
public record Face(String ground, String ink, String figure) {

  private static final int SIDE = 5;
  private static final int HALF = 3;

  /// The face of a handle; always the same for the same handle.
  public static Face of(String handle) {
    long bits = scramble(handle);
    long hue = Long.remainderUnsigned(bits >>> 16, 360);
    return new Face(
        String.format(Locale.ROOT, "hsl(%d 45%% 88%%)", hue),
        String.format(Locale.ROOT, "hsl(%d 45%% 34%%)", hue),
        figure(bits));
  }

  /// The face of a name that belongs to no account here: grey, so that it is not taken for one.
  public static Face ofImported(@Nullable String name) {
    return new Face("#e3e5e9", "#6b7280", figure(scramble(name == null ? "" : name)));
  }

  private static String figure(long bits) {
    var path = new StringBuilder();
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        int from = x;
        while (x < SIDE && filled(bits, x, y)) {
          x++;
        }
        if (x > from) {
          path.append('M').append(from).append(' ').append(y);
          path.append('h').append(x - from).append("v1h-").append(x - from).append('z');
        }
      }
    }
    return path.toString();
  }

  private static boolean filled(long bits, int x, int y) {
    int column = Math.min(x, SIDE - 1 - x);
    // The middle cell is always there: a figure without it falls apart, and an empty one is no
    // face.
    return (column == HALF - 1 && y == HALF - 1) || (bits >>> (y * HALF + column) & 1) == 1;
  }

  /// Spreads every character over all bits (FNV-1a, then the finish of MurmurHash3).
  private static long scramble(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
    hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
    return hash ^ hash >>> 33;
  }
}
