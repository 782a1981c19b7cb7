package org.openletter.gateway.reading.feed;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import org.openletter.gateway.look.page.Access;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The two feeds. A reader that has the newest state already is told so and nothing else.
@Access(value = Access.To.EVERYBODY, cached = true)
@RestController
class FeedFiles {

  private final WriteFeed writeFeed;

  FeedFiles(WriteFeed writeFeed) {
    this.writeFeed = writeFeed;
  }

  @GetMapping("/feeds/letters.atom")
  ResponseEntity<byte[]> atom() {
    return answer("application/atom+xml", writeFeed.write("atom_1.0", "/feeds/letters.atom"));
  }

  @GetMapping("/feeds/letters.rss")
  ResponseEntity<byte[]> rss() {
    return answer("application/rss+xml", writeFeed.write("rss_2.0", "/feeds/letters.rss"));
  }

  private static ResponseEntity<byte[]> answer(String type, String feed) {
    var bytes = feed.getBytes(StandardCharsets.UTF_8);
    var sum = new CRC32C();
    sum.update(bytes);
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.parseMediaType(type), StandardCharsets.UTF_8))
        .cacheControl(CacheControl.noCache())
        // Weak, because Tomcat does not compress an answer with a strong one.
        .eTag("W/\"" + Long.toHexString(sum.getValue()) + "-" + bytes.length + "\"")
        .body(bytes);
  }
}
