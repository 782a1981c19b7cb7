package org.openletter.gateway.studio;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.problem.FieldProblem;

/// The settings of the conversation on one letter.
///
/// @param name the letter's title, or words for one without; null when it is not known
/// @param problem why the last try did not work, or null
/// @param saved whether a change was just kept
/// @param newer what another window saved in the meantime, or null
public record ThreadPage(
    String letterId,
    @Nullable String name,
    ThreadForm form,
    List<FieldProblem> fields,
    @Nullable String problem,
    boolean saved,
    @Nullable ThreadForm newer) {

  /// What to call the letter.
  public String letterName() {
    return name == null ? "Your letter" : name;
  }

  /// Whether the page was opened, and the title of the letter could not be had.
  public boolean titleUnknown() {
    return name == null && fields.isEmpty() && problem == null && newer == null;
  }

  /// What is wrong with this field, or null.
  public @Nullable String error(String field) {
    return fields.stream()
        .filter(problem -> problem.field().equals(field))
        .map(FieldProblem::sentence)
        .findFirst()
        .orElse(null);
  }

  /// How the conversation is held now, in the words of the form.
  public String modeNow() {
    return modes().stream()
        .filter(mode -> newer != null && mode.value().equals(newer.mode()))
        .map(Mode::name)
        .findFirst()
        .orElse("");
  }

  /// The ways to hold a conversation, in the order of how much is read before it appears.
  public List<Mode> modes() {
    return List.of(
        new Mode("open", "Open", "Responses appear at once, unless the checks hold them back."),
        new Mode(
            "hold-first-timers",
            "Hold first responses",
            "The first response of each person waits for you. Once you let one through, later"
                + " ones by the same person appear at once."),
        new Mode("hold-all", "Hold all", "Every response waits for you."),
        new Mode("closed", "Closed", "Nobody can respond. What is there stays."));
  }

  /// One way to hold a conversation.
  public record Mode(String value, String name, String means) {}
}
