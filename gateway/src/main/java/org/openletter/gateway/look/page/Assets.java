package org.openletter.gateway.look.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openletter.platform.secret.Sha256;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// The static files, addressed by what is in them: a changed file has a new address, so a browser
/// may keep each one for ever.
public final class Assets {

  private static final Map<String, Asset> KNOWN = new ConcurrentHashMap<>();
  private static final Pattern NAME =
      Pattern.compile("/(css|js|fonts)/[a-z0-9][a-z0-9.-]*\\.(css|js|woff2|txt|svg)");

  /// The files that every page needs travel as one.
  private static final List<String> LOOK = List.of("tokens", "base", "parts");

  /// One static file.
  ///
  /// @param version first characters of the hash of its content
  record Asset(ByteArrayResource content, String version) {}

  private Assets() {}

  /// The address of a static file with its version: `/css/look.css?v=3fa9c1d20b`.
  ///
  /// @throws IllegalArgumentException if there is no such file: a template names one that is
  ///   missing
  public static String url(String path) {
    var asset = find(path).orElseThrow(() -> new IllegalArgumentException("No such file: " + path));
    return path + "?v=" + asset.version();
  }

  /// The addresses of the stylesheets of a page, that of every page first.
  public static List<String> urls(List<String> styles) {
    return Stream.concat(Stream.of("look"), styles.stream())
        .map(style -> url("/css/" + style + ".css"))
        .toList();
  }

  static Optional<Asset> find(String path) {
    var known = KNOWN.get(path);
    if (known != null) {
      return Optional.of(known);
    }
    if (!NAME.matcher(path).matches()) {
      return Optional.empty();
    }
    var found = read(path);
    // Only what exists is remembered, or strangers could fill the memory with names.
    found.ifPresent(asset -> KNOWN.put(path, asset));
    return found;
  }

  private static Optional<Asset> read(String path) {
    try {
      var content = new ByteArrayOutputStream();
      for (var resource : resources(path)) {
        if (!resource.exists()) {
          return Optional.empty();
        }
        content.write(resource.getContentAsByteArray());
      }
      var bytes = content.toByteArray();
      return Optional.of(new Asset(new ByteArrayResource(bytes), version(bytes)));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the static file " + path, e);
    }
  }

  private static List<Resource> resources(String path) throws IOException {
    return switch (path) {
      case "/css/look.css" ->
          LOOK.stream()
              .<Resource>map(name -> new ClassPathResource("static/css/" + name + ".css"))
              .toList();
      // The folder of a WebJar carries its version; the address here does not.
      case "/js/htmx.js" ->
          List.of(
              new PathMatchingResourcePatternResolver()
                  .getResources(
                      "classpath*:/META-INF/resources/webjars/htmx.org/*/dist/htmx.min.js"));
      default -> List.of(new ClassPathResource("static" + path));
    };
  }

  private static String version(byte[] content) {
    return HexFormat.of().formatHex(Sha256.of(content), 0, 5);
  }
}
