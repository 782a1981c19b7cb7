package org.openletter.posts.importing.check;

import static org.springframework.http.HttpStatus.CONTENT_TOO_LARGE;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;
import static org.springframework.http.HttpStatus.TOO_MANY_REQUESTS;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.openletter.platform.caller.Caller;
import org.openletter.platform.problem.Problem;
import org.openletter.platform.start.UploadFolder;
import org.openletter.platform.text.PlainText;
import org.openletter.posts.draft.HeavyWork;
import org.openletter.posts.importing.ImportSettings;
import org.openletter.posts.importing.ShowImport;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Takes a file in and says what is in it.
@RestController
class CheckController {

  private static final int LONGEST_NAME = 100;

  private final CheckImport check;
  private final ShowImport show;
  private final HeavyWork heavyWork;
  private final UploadFolder uploads;
  private final ImportSettings settings;

  CheckController(
      CheckImport check,
      ShowImport show,
      HeavyWork heavyWork,
      UploadFolder uploads,
      ImportSettings settings) {
    this.check = check;
    this.show = show;
    this.heavyWork = heavyWork;
    this.uploads = uploads;
    this.settings = settings;
  }

  @PostMapping(path = "/imports", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  ResponseEntity<ShowImport.View> check(
      @RequestParam(defaultValue = "export.xml") String file,
      HttpServletRequest request,
      Caller caller) {
    return heavyWork
        .doFor(caller.accountId(), () -> receive(name(file), request, caller))
        .orElseGet(() ->
            Problem.retryLater(
                TOO_MANY_REQUESTS,
                "two-at-a-time",
                "Two of your files are already being read. Wait until one is done.",
                Duration.ofSeconds(10)));
  }

  private ResponseEntity<ShowImport.View> receive(
      String file, HttpServletRequest request, Caller caller) {
    long limit = settings.largest().toBytes();
    try {
      Optional<Upload> upload = Upload.receive(request.getInputStream(), uploads.path(), limit);
      if (upload.isEmpty()) {
        return Problem.of(
            CONTENT_TOO_LARGE,
            "file-too-large",
            "This file is larger than the %d MB that can be brought in. Nothing was changed."
                    .formatted(settings.largest().toMegabytes())
                + " Export fewer letters at once; pictures are not needed.");
      }
      try (Upload received = upload.get()) {
        return answer(check.check(received, file, caller), caller);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private ResponseEntity<ShowImport.View> answer(CheckImport.Result result, Caller caller) {
    return switch (result) {
      case CheckImport.Result.Checked(String id) ->
          ResponseEntity.created(URI.create("/imports/" + id))
              .body(show.show(id, 0, caller).orElseThrow());
      case CheckImport.Result.Refused(String type, String sentence) ->
          Problem.of(UNPROCESSABLE_CONTENT, type, sentence + " Nothing was changed.");
      case CheckImport.Result.Busy() ->
          Problem.retryLater(
              SERVICE_UNAVAILABLE,
              Problem.BUSY,
              "Other people are bringing in letters right now. Try again in a minute.",
              Duration.ofMinutes(1));
    };
  }

  // A browser sends a name, others may send a path or worse; it is only ever shown.
  private static String name(String sent) {
    String line = PlainText.cleanLine(sent);
    String name = line.substring(Math.max(line.lastIndexOf('/'), line.lastIndexOf('\\')) + 1);
    return PlainText.blank(name)
        ? "export.xml"
        : name.substring(
            0, name.offsetByCodePoints(0, Math.min(LONGEST_NAME, PlainText.length(name))));
  }
}
