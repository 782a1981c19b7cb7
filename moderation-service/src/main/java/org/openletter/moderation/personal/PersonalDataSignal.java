package org.openletter.moderation.personal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openletter.moderation.signal.Code;
import org.openletter.moderation.signal.Finding;
import org.openletter.moderation.signal.Head;
import org.openletter.moderation.signal.Signal;
import org.openletter.moderation.signal.Submission;
import org.openletter.moderation.view.Span;
import org.openletter.moderation.view.Views;

/// Holds what would expose a person, whoever wrote it, and gives the text with it covered.
public final class PersonalDataSignal implements Signal {

  /// The parameter under which the covered text stands.
  public static final String MASKED = "masked";

  private static final int SPANS = 40;

  private final PersonalData data;

  /// A signal over this finder.
  public PersonalDataSignal(PersonalData data) {
    this.data = data;
  }

  @Override
  public List<Finding> look(Submission submission, Views views) {
    List<Piece> pieces = data.in(views);
    if (pieces.isEmpty()) {
      return List.of();
    }
    Set<String> kinds = new LinkedHashSet<>();
    double score = 0;
    for (Piece piece : pieces) {
      kinds.add(piece.kind().word());
      score = Math.max(score, piece.score());
    }
    return List.of(
        new Finding(
            Code.PERSONAL_DATA,
            Head.PERSONAL_DATA,
            score,
            Map.of("kinds", List.copyOf(kinds), MASKED, PersonalData.masked(views.raw(), pieces)),
            spans(views.raw(), pieces)));
  }

  /// Counts code points once along the text, not from its beginning for each piece.
  private static List<Span> spans(String text, List<Piece> pieces) {
    List<Span> spans = new ArrayList<>();
    int at = 0;
    int points = 0;
    for (Piece piece : pieces.subList(0, Math.min(SPANS, pieces.size()))) {
      points += text.codePointCount(at, piece.start());
      int length = text.codePointCount(piece.start(), piece.end());
      spans.add(new Span(points, points + length));
      points += length;
      at = piece.end();
    }
    return spans;
  }
}
