package org.openletter.profiles.letter;

import java.util.Set;
import org.openletter.platform.call.Answer;
import org.openletter.platform.problem.CallRefused;
import org.openletter.platform.problem.NoAnswer;
import org.openletter.profiles.name.LetterNames;
import org.springframework.stereotype.Component;

/// Compares names with those of the public letters.
@Component
class AskLetters implements LetterNames {

  private final LettersClient letters;

  AskLetters(LettersClient letters) {
    this.letters = letters;
  }

  @Override
  public Answer<Found> find(Set<String> keys, String account) {
    try {
      LettersClient.Found found = letters.find(new LettersClient.Asked(keys, account));
      return found.addressees() == null || found.bylines() == null
          ? new Answer.Unknown<>()
          : new Answer.Known<>(new Found(found.addressees(), found.bylines()));
    } catch (NoAnswer | CallRefused unknown) {
      // Refused for whatever reason: whether the name is one of a letter is not known either.
      return new Answer.Unknown<>();
    }
  }
}
