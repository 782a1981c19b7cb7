package org.openletter.comments.screening;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.problem.CallRefused;
import org.openletter.platform.problem.NoAnswer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Has one text screened.
@Component
public class ScreenText {

  private static final Logger LOG = LoggerFactory.getLogger(ScreenText.class);

  /// A question about nothing, to learn whether the screening answers at all.
  private static final Question ANYBODY_THERE =
      new Question(
          "000000000000",
          null,
          new Author("openletter", "Openletter"),
          "Is anybody there?",
          false,
          true,
          false);

  private final ScreeningClient client;

  ScreenText(ScreeningClient client) {
    this.client = client;
  }

  /// What is asked.
  ///
  /// @param commentId the same whenever the same comment is asked about; null for no comment at all
  /// @param firstHere whether first responses wait here, and this is one
  /// @param approvedBefore whether a response of hers is public on this creator's letters
  /// @param imported whether it came with a file; sent as `import`
  public record Question(
      String letterId,
      @Nullable String commentId,
      Author author,
      String text,
      boolean firstHere,
      boolean approvedBefore,
      @JsonProperty("import") boolean imported) {}

  /// Who wrote it; the handle is null for an imported name.
  public record Author(@Nullable String handle, String name) {}

  /// What came back.
  public sealed interface Result {

    /// A verdict.
    record Judged(Verdict verdict) implements Result {}

    /// No verdict now: too late, nonsense, or refused. It is asked again later.
    record Unanswered() implements Result {}
  }

  /// Asks once, within the limit of the call.
  public Result screen(Question question) {
    try {
      return GoodVerdict.of(client.screen(question))
          .<Result>map(Result.Judged::new)
          .orElseGet(ScreenText::nonsense);
    } catch (NoAnswer noAnswer) {
      return new Result.Unanswered();
    } catch (CallRefused refused) {
      LOG.warn("the screening refused a text: {} {}", refused.status(), refused.type());
      return new Result.Unanswered();
    }
  }

  /// Whether it answers at all: then what it has no verdict on is the text.
  public boolean answers() {
    return screen(ANYBODY_THERE) instanceof Result.Judged;
  }

  private static Result nonsense() {
    LOG.warn("the screening answered without a verdict");
    return new Result.Unanswered();
  }
}
