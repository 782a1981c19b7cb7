package org.openletter.gateway.look.reason;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The words for the codes of reasons. A code that is not known here has none: it comes from a
/// newer service, and whoever shows it says what holds for every reason. What was stored with words
/// of its own has them in the parameters `label` and `sentence`, which are shown as they are.
public final class ReasonWords {

  private ReasonWords() {}

  /// A reason in two or three words, for a chip.
  public static String label(String code, @Nullable Map<String, Object> parameters) {
    Facts facts = new Facts(parameters);
    String stored = facts.text("label");
    return stored == null ? label(code, facts) : stored;
  }

  private static String label(String code, Facts facts) {
    return switch (code) {
      case "advertising" -> "advertising";
      case "repeated" -> "same text again";
      case "random-letters" -> "random letters";
      case "personal-data" ->
          facts.texts("kinds").stream()
              .findFirst()
              .map(ReasonWords::personal)
              .orElse("personal data");
      case "off-topic" -> "off topic";
      case "first-comment" -> facts.says("first", "link") ? "first link" : "first response";
      case "screening-pending" -> "not checked yet";
      case "hold-all" -> "all are read first";
      case "junk" -> "looks like junk";
      case "harassment" -> "harsh words";
      case "rule" -> "house rules";
      case "asked" -> "asked to explain";
      case "by-moderator" -> "held by a person";
      default -> code.replace('-', ' ');
    };
  }

  /// What was seen in a response, in a sentence for its author and for who decides; null for an
  /// unknown code.
  public static @Nullable String sentence(String code, @Nullable Map<String, Object> parameters) {
    Facts facts = new Facts(parameters);
    String stored = facts.text("sentence");
    if (stored != null) {
      return stored;
    }
    // Without a fact nothing was seen in the text: somebody, or a setting, said so.
    return facts.none() ? waiting(code) : seen(code, facts);
  }

  private static @Nullable String seen(String code, Facts facts) {
    return switch (code) {
      case "advertising" -> advertising(facts);
      case "repeated" -> repeated(facts);
      case "random-letters" ->
          facts.is("name")
              ? "The name and the text look like random letters."
              : "The text looks like random letters.";
      case "personal-data" ->
          "Contains "
              + facts.texts("kinds").stream()
                  .map(ReasonWords::onePersonal)
                  .collect(Collectors.joining(" and "))
              + ". We hold these so that nobody is exposed.";
      case "off-topic" ->
          "Somebody seems to be looking for "
              + (facts.says("about", "help") ? "help" : "work")
              + ". Nothing is wrong with that, but this conversation is about the letter.";
      case "first-comment" ->
          facts.says("first", "link")
              ? "Has a link, and nothing by this person has appeared here yet: the writer of the"
                  + " letter reads it first."
              : "A first response here: the writer of the letter reads it before it appears.";
      default -> waiting(code);
    };
  }

  private static String advertising(Facts facts) {
    int links = facts.number("links");
    String ways = links == 0 ? "" : links == 1 ? "1 link" : links + " links";
    List<String> words = facts.texts("words");
    if (words.isEmpty()) {
      return "Looks like advertising: " + (ways.isEmpty() ? "a hidden link" : ways) + ".";
    }
    return "Looks like advertising: "
        + (ways.isEmpty() ? "" : ways + " and ")
        + "sales words (“"
        + String.join("”, “", words)
        + "”).";
  }

  private static String repeated(Facts facts) {
    if (facts.says("near", "name")) {
      return "Nearly the same text as another response under this name, which is held.";
    }
    int same = facts.number("same");
    return same == 0
        ? "Nearly the same text as " + others(facts.number("similar")) + "."
        : "Same text as " + others(same) + ".";
  }

  private static String others(int count) {
    return count == 1
        ? "another response in the last 30 days"
        : count + " other responses in the last 30 days";
  }

  private static String personal(String kind) {
    return kind.equals("e-mail-address") ? "e-mail address" : kind.replace('-', ' ');
  }

  private static String onePersonal(String kind) {
    return switch (kind) {
      case "telephone-number" -> "a telephone number";
      case "e-mail-address" -> "an e-mail address";
      case "bank-details" -> "bank or card details";
      case "identity-number" -> "an identity number";
      case "home-address" -> "a street address";
      case "legal-name" -> "somebody's legal name";
      default -> "personal data";
    };
  }

  /// Why a response waits and what happens next, for its author; null for an unknown code. It
  /// stands after "Waiting for Rosa."
  public static @Nullable String waiting(String code) {
    return switch (code) {
      case "screening-pending" ->
          "The service that checks responses does not answer right now. Your words are kept; they"
              + " are checked as soon as it is back.";
      case "hold-all" -> "Every response on this letter is read by its writer before it appears.";
      case "first-comment" ->
          "First responses on this letter are read by its writer before they appear.";
      case "junk" ->
          "It looks like advertising or like a text that was sent before. The writer of this letter"
              + " reads it before it appears.";
      case "personal-data" ->
          "It seems to hold personal data, such as a telephone number or an address. It is read"
              + " before it appears, so that nobody is exposed.";
      case "harassment" ->
          "It may hurt somebody. The writer of this letter reads it before it appears.";
      case "off-topic" ->
          "It seems to be about something else. The writer of this letter reads it before it"
              + " appears.";
      case "rule" -> "It is being looked at because of the house rules.";
      case "reported" -> "Somebody reported it. It is being looked at.";
      case "asked" -> "You were asked a question about it. Your answer comes first.";
      case "by-moderator" -> "A person held it. It is read again before it appears.";
      default -> null;
    };
  }

  /// Why a response was removed, in a word or two, also for strangers; null for an unknown code.
  public static @Nullable String removal(String code) {
    return switch (code) {
      case "advertising" -> "advertising";
      case "repeated" -> "repeated text";
      case "junk" -> "junk";
      case "personal-data" -> "personal data";
      case "harassment" -> "harassment";
      case "off-topic" -> "off topic";
      case "rule" -> "against the house rules";
      case "other" -> "another reason";
      default -> null;
    };
  }
}
