package org.openletter.gateway.conversation.thread;

import java.util.Optional;
import org.openletter.gateway.neighbour.posts.LettersClient;
import org.openletter.platform.problem.CallRefused;
import org.openletter.platform.problem.NoAnswer;
import org.springframework.stereotype.Component;

/// Names the letter of a conversation on pages that can do without the name.
@Component
public class Subjects {

  private final LettersClient letters;

  Subjects(LettersClient letters) {
    this.letters = letters;
  }

  /// The letter, or empty when it is not public or nobody can tell.
  public Optional<Subject> find(String letterId) {
    try {
      return letters.find(letterId).map(Subject::of);
    } catch (NoAnswer | CallRefused _) {
      return Optional.empty();
    }
  }
}
