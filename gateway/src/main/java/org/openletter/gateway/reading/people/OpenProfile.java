package org.openletter.gateway.reading.people;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.neighbour.profiles.PeopleClient;
import org.openletter.gateway.neighbour.profiles.Person;
import org.openletter.gateway.reading.home.LetterList;
import org.openletter.gateway.reading.home.ListLetters;
import org.openletter.platform.call.Answer;
import org.springframework.stereotype.Component;

/// A reader looks at who somebody is and what she wrote. The person is needed; her letters may be
/// missing.
@Component
class OpenProfile {

  private static final int PAGE = 20;

  private final PeopleClient people;
  private final ListLetters listLetters;

  OpenProfile(PeopleClient people, ListLetters listLetters) {
    this.people = people;
    this.listLetters = listLetters;
  }

  /// A person with her letters.
  record Profile(Person person, Answer<LetterList> letters) {}

  /// Empty when nobody has this handle.
  ///
  /// @param before where the list of letters begins, or null for the newest
  Optional<Profile> open(String handle, @Nullable String before) {
    return people
        .find(handle)
        .map(
            person -> new Profile(person, Answer.of(() -> listLetters.list(before, handle, PAGE))));
  }
}
