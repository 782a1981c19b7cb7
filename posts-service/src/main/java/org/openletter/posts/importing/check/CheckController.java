package org.openletter.posts.importing.check;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;
import org.openletter.platform.caller.Caller;
import org.openletter.platform.problem.Refusal;
import org.openletter.platform.start.UploadFolder;
import org.openletter.platform.text.PlainText;
import org.openletter.posts.PostsRefusals;
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
        .orElseGet(PostsRefusals.TWO_FILES::answer);
  }

  private ResponseEntity<ShowImport.View> receive(
      String file, HttpServletRequest request, Caller caller) {
    long limit = settings.largest().toBytes();
    try {
      Optional<Upload> upload = Upload.receive(request.getInputStream(), uploads.path(), limit);
      if (upload.isEmpty()) {
        return PostsRefusals.fileTooLarge(settings.largest().toMegabytes()).answer();
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
      case CheckImport.Result.No(Refusal why) -> why.answer();
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
