package org.openletter.moderation.importing;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openletter.moderation.repeat.Repeats;
import org.openletter.moderation.screening.TextSignals;
import org.openletter.moderation.screening.Verdict;
import org.openletter.moderation.signal.Submission;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// `POST /internal/screenings/batch`: the responses of a file in, verdicts and clusters out.
@RestController
class ImportController {

  private final ScreenImport screenImport;

  ImportController(TextSignals signals, Repeats repeats) {
    this.screenImport = new ScreenImport(signals, repeats);
  }

  @PostMapping("/internal/screenings/batch")
  Answer screen(@Valid @RequestBody Batch batch) {
    ScreenImport.Result result =
        screenImport.screen(batch.items().stream().map(batch::submission).toList());
    return new Answer(Verdict.CURRENT, result.verdicts(), result.clusters());
  }

  /// @param letterId the letter they answer, or what stands for it while there is none
  record Batch(
      @Size(max = 200) @Nullable String letterId,
      @JsonProperty("import") boolean imported,
      @NotNull @Size(max = 500) List<@Valid @NotNull Item> items) {

    Submission submission(Item item) {
      String name = item.author() == null ? null : item.author().name();
      return new Submission(
          letterId == null ? "" : letterId,
          item.id(),
          null,
          name == null ? "" : name,
          item.kept(),
          false,
          false,
          imported);
    }
  }

  record Item(@NotBlank @Size(max = 200) String id, @Nullable Writer author, @NotNull String text) {

    /// As much of the text as is kept anywhere.
    String kept() {
      return text.length() <= Submission.LONGEST ? text : text.substring(0, Submission.LONGEST);
    }
  }

  record Writer(@Nullable String name) {}

  record Answer(String version, Map<String, Verdict> verdicts, List<Cluster> clusters) {}
}
