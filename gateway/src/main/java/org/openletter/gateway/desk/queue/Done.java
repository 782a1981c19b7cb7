package org.openletter.gateway.desk.queue;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.look.reason.ReasonWords;

/// What was just done, as the address after it says. It holds no words of its own, so that nobody
/// can make the page say anything by sending a link.
///
/// @param told whether somebody is told: names brought in from elsewhere are nobody here
/// @param code the reason of a removal, or null
/// @param version of the response after the act, which taking it back names; or null
public record Done(
    String act,
    String letterId,
    String commentId,
    boolean told,
    @Nullable String code,
    @Nullable String version) {

  private static final Pattern OF = Pattern.compile("([0-9a-z]{12})/([0-9a-f-]{36})");
  private static final Pattern VERSION = Pattern.compile("[0-9a-z]{12}\\.[0-9a-z]{1,12}");

  /// Reads it from the address.
  static Optional<Done> of(Address address) {
    if (address.did() == null || address.of() == null) {
      return Optional.empty();
    }
    var ids = OF.matcher(address.of());
    return ids.matches() && address.did().matches("publish|spam|remove|undo")
        ? Optional.of(
            new Done(
                address.did(),
                ids.group(1),
                ids.group(2),
                address.told() == null,
                address.why() != null && ReasonWords.removal(address.why()) != null
                    ? address.why()
                    : null,
                address.at() != null && VERSION.matcher(address.at()).matches()
                    ? address.at()
                    : null))
        : Optional.empty();
  }

  /// What an address says of the act before it.
  ///
  /// @param of letter and response with a slash between
  /// @param told anything when nobody is told
  /// @param why the code of the reason
  /// @param at the version after the act
  record Address(
      @Nullable String did,
      @Nullable String of,
      @Nullable String told,
      @Nullable String why,
      @Nullable String at) {}

  /// The act in words, with what its writer is told. She is told when it cannot be taken back any
  /// more, so nothing is said of it as done.
  public String words() {
    return switch (act) {
      case "publish" ->
          "Published." + (told ? " Its writer is told so, unless you take it back." : "");
      case "spam" ->
          "Marked as spam."
              + (told
                  ? " Unless you take it back, its writer is told that you removed it as junk."
                  : "");
      case "remove" -> "Removed." + (told ? removed() : "");
      default -> "Taken back. It is as it was.";
    };
  }

  private String removed() {
    String reason = code == null ? null : ReasonWords.removal(code);
    return " Unless you take it back, its writer is told that you removed it"
        + (reason == null ? ", and why." : ": " + reason + ", with your words if you wrote any.");
  }

  /// Where the act is taken back, or null when there is nothing to take back.
  public @Nullable String undo() {
    return act.equals("undo") || version == null
        ? null
        : "/studio/queue/" + letterId + "/" + commentId + "/undo";
  }

  /// What the form that takes it back carries.
  public Map<String, String> undoFields() {
    return version == null ? Map.of() : Map.of("version", version);
  }
}
