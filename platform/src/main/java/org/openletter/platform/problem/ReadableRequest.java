package org.openletter.platform.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/// The one early check of what every part behind it takes for granted: that an address can be
/// decoded and a content type is one. Libraries throw what they like where it is not so, and put
/// what was sent into the message.
final class ReadableRequest {

  private ReadableRequest() {}

  /// The status to refuse a request with: 400, 415, or 0 when it can be read.
  static int refusal(HttpServletRequest request) {
    if (!decodes(request.getRequestURI()) || !decodes(request.getQueryString())) {
      return 400;
    }
    return isType(request.getHeader("Content-Type")) ? 0 : 415;
  }

  /// Whether every percent sign begins two hexadecimal digits, and all bytes together are UTF-8.
  static boolean decodes(@Nullable String encoded) {
    if (encoded == null || encoded.chars().allMatch(c -> c != '%' && c < 128)) {
      return true;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
    for (int i = 0; i < encoded.length(); i++) {
      char c = encoded.charAt(i);
      if (c >= 128) {
        return false;
      }
      if (c == '%') {
        boolean whole = i + 2 < encoded.length();
        int high = whole ? Character.digit(encoded.charAt(i + 1), 16) : -1;
        int low = whole ? Character.digit(encoded.charAt(i + 2), 16) : -1;
        if (high < 0 || low < 0) {
          return false;
        }
        bytes.write(high * 16 + low);
        i += 2;
      } else {
        bytes.write(c);
      }
    }
    return utf8(bytes.toByteArray());
  }

  private static boolean utf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException otherBytes) {
      return false;
    }
  }

  private static boolean isType(@Nullable String type) {
    if (type == null || type.isEmpty()) {
      return true;
    }
    try {
      return MediaType.parseMediaType(type).isConcrete();
    } catch (InvalidMediaTypeException noType) {
      return false;
    }
  }
}
