package org.openletter.gateway.look.page;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Hands out stylesheets, scripts and fonts.
@Access(Access.To.EVERYBODY)
@RestController
class AssetFiles {

  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css;charset=UTF-8",
          "js", "text/javascript;charset=UTF-8",
          "svg", "image/svg+xml",
          "txt", "text/plain;charset=UTF-8",
          "woff2", "font/woff2");

  @GetMapping({"/{folder:css|js|fonts}/{file}"})
  ResponseEntity<Resource> file(
      @PathVariable String folder,
      @PathVariable String file,
      @RequestParam(required = false) @Nullable String v) {
    var found = Assets.find("/" + folder + "/" + file).orElse(null);
    if (found == null) {
      return ResponseEntity.notFound().build();
    }
    // A font's name carries its version. Another version than ours is asked for while a site is
    // being renewed: that answer must not be kept under the new name.
    boolean lasting = folder.equals("fonts") || found.version().equals(v);
    return answer(found, type(file), lasting);
  }

  /// A folded letter; browsers that know no SVG go without.
  @GetMapping("/favicon.ico")
  ResponseEntity<Resource> icon() {
    return Assets.find("/css/icon.svg")
        .map(icon -> answer(icon, "image/svg+xml", false))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  private static ResponseEntity<Resource> answer(Assets.Asset found, String type, boolean lasting) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(type))
        // Weak, because Tomcat does not compress an answer with a strong one.
        .eTag("W/\"" + found.version() + "\"")
        .cacheControl(
            lasting
                ? CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable()
                : CacheControl.noCache())
        .body(found.content());
  }

  private static String type(String file) {
    return TYPES.getOrDefault(
        file.substring(file.lastIndexOf('.') + 1), "application/octet-stream");
  }
}
