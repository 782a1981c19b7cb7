package org.openletter.gateway.draft;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.error.Asked;
import org.openletter.gateway.session.SessionCookie;
import org.springframework.stereotype.Component;

/// Keeps a form that was sent by somebody who is not signed in.
@Component
class ParkForm {

  private static final Pattern RESPONSE =
      Pattern.compile("/letters/([0-9a-z]{12})/(?:comments|draft-comment)");

  /// Secrets are never kept; she types them again.
  private static final Pattern SECRET = Pattern.compile("password|current|recovery|code|secret");

  /// What makes no sense a second time: tokens and keys are made anew with the form.
  private static final List<String> LEFT_OUT = List.of("_csrf");

  private final Parked parked;
  private final SessionCookie cookie;
  private final DraftSettings settings;

  ParkForm(Parked parked, SessionCookie cookie, DraftSettings settings) {
    this.parked = parked;
    this.cookie = cookie;
    this.settings = settings;
  }

  /// What became of it.
  sealed interface Result {

    /// Kept; `page` shows it again.
    record Kept(String page) implements Result {}

    /// There was nothing in it that can be kept; `page` is where it was.
    record NothingToKeep(String page) implements Result {}

    /// More than is kept for strangers.
    record TooLarge(int limit) implements Result {}
  }

  /// Keeps the form of this request.
  Result park(HttpServletRequest request) {
    String page = Asked.page(request);
    if (!isForm(request.getContentType())) {
      return new Result.NothingToKeep(page);
    }
    Map<String, List<String>> fields = fields(request);
    int limit = cookie.isIn(request) ? settings.largestExpired() : settings.largest();
    if (bytes(fields) > limit) {
      return new Result.TooLarge(limit);
    }
    if (fields.isEmpty() || fields.keySet().stream().anyMatch(f -> SECRET.matcher(f).find())) {
      return new Result.NothingToKeep(page);
    }
    Parked.Draft draft = draft(request.getRequestURI(), fields, page);
    parked.park(request, draft);
    return new Result.Kept(draft.page());
  }

  private static Parked.Draft draft(String path, Map<String, List<String>> fields, String page) {
    Matcher response = RESPONSE.matcher(path);
    if (response.matches()) {
      String letter = response.group(1);
      String back = page.startsWith("/letters/" + letter) ? page : "/letters/" + letter;
      return new Parked.Draft(Parked.RESPONSE, letter, fields, back);
    }
    return new Parked.Draft(Parked.FORM, path, fields, "/kept");
  }

  private static boolean isForm(@Nullable String contentType) {
    return contentType != null && contentType.startsWith("application/x-www-form-urlencoded");
  }

  private static Map<String, List<String>> fields(HttpServletRequest request) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    request
        .getParameterMap()
        .forEach((name, values) -> {
          if (!LEFT_OUT.contains(name)) {
            fields.put(name, Arrays.asList(values));
          }
        });
    return fields;
  }

  private static int bytes(Map<String, List<String>> fields) {
    return fields.entrySet().stream()
        .flatMap(field -> Stream.concat(Stream.of(field.getKey()), field.getValue().stream()))
        .mapToInt(text -> text.getBytes(StandardCharsets.UTF_8).length)
        .sum();
  }
}
