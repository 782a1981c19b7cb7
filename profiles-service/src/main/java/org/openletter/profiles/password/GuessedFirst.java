package org.openletter.profiles.password;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Knows the passwords that are tried first: common words with digits and signs around them or in
/// place of letters, runs of the keyboard and the alphabet, and repetitions. Rules instead of a
/// list of ten thousand lines: a list knows `dragon123`, a rule knows `dr4gon2031!` too.
final class GuessedFirst {

  private static final List<String> RUNS =
      List.of(
          "01234567890123456789",
          "98765432109876543210",
          "abcdefghijklmnopqrstuvwxyz",
          "zyxwvutsrqponmlkjihgfedcba",
          "qwertyuiopasdfghjklzxcvbnm",
          "qwertzuiopasdfghjklyxcvbnm",
          "azertyuiopqsdfghjklmwxcvbn",
          "poiuytrewqlkjhgfdsamnbvcxz",
          "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
          "1q2w3e4r5t6y7u8i9o0p",
          "q1w2e3r4t5y6u7i8o9p0",
          "qazwsxedcrfvtgbyhnujmikolp",
          "zaqxswcdevfrbgtnhymjukilop",
          "!@#$%^&*()",
          "147258369",
          "159753456852");

  private static final Set<String> WORDS =
      words(
          """
          password passwort passwd passcode motdepasse contrasena parola haslo wachtwoord senha secret
          geheim login letmein welcome willkommen bienvenue hello hallo master admin administrator root
          user guest test testing tester changeme default access openletter letter letters open openup
          openletters trustno one iloveyou loveyou love lovely lover loveme iloveu ichliebedich jetaime
          teamo sunshine princess princesa prinzessin angel angels babygirl baby babyboy beautiful
          sweetheart sweety honey cutie butterfly flower flowers rainbow chocolate cookie cheese banana
          strawberry orange apple cherry pepper ginger summer winter spring autumn january february march
          april may june july august september october november december monday tuesday wednesday
          thursday friday saturday sunday freedom justice peace liberty hope faith heaven jesus christ
          jesuschrist god blessed blessing football fussball soccer baseball basketball hockey tennis
          golf cricket rugby liverpool chelsea arsenal barcelona realmadrid juventus manchester united
          bayern dortmund cowboys steelers lakers yankees eagles packers ferrari porsche mercedes
          mustang corvette harley yamaha honda toyota dragon monkey tiger lion wolf bear eagle falcon
          shadow phoenix panther jaguar cobra python spider scorpion horse dolphin turtle kitten kitty
          puppy doggy buster bailey max charlie lucky buddy rocky sammy smokey tigger simba pokemon
          pikachu naruto starwars startrek matrix batman superman spiderman wonderwoman ironman avengers
          hogwarts harrypotter gandalf frodo skywalker minecraft fortnite roblox warcraft counterstrike
          playstation nintendo mario zelda xbox michael jennifer jessica ashley amanda daniel andrew
          joshua matthew anthony william nicole michelle samantha elizabeth victoria alexander alexandra
          christian christopher robert richard thomas george jordan hunter taylor justin brandon austin
          melissa stephanie maria marina anna andrea martin peter stefan thomas claudia sabine julia
          laura sarah sophie emma hannah lukas leon felix computer internet samsung iphone apple google
          facebook instagram twitter linkedin youtube microsoft windows linux ubuntu android password
          whatever nothing something nobody someone anything everything forever always never hacker
          hacked killer ninja pirate samurai warrior soldier marine ranger captain legend hero winner
          money dollar million rich diamond diamonds gold golden silver platinum crystal blessed
          purple yellow orange green black white blue red pink brown silver metallica nirvana beatles
          elvis eminem guitar piano music rockstar dance dancer party friends friend bestfriend family
          mother father mommy daddy mama papa sister brother grandma london paris berlin madrid roma
          newyork america canada mexico brasil brazil argentina deutschland germany france italia
          espana england scotland ireland india china japan russia poland polska turkey africa
          australia california texas florida chicago boston dallas denver qwerty qwertz azerty asdf
          asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx pass word abc xyz\
          """);

  private GuessedFirst() {}

  /// Whether this password, in small letters, is among them.
  static boolean contains(String password) {
    if (repeats(password) || inOneRun(password)) {
      return true;
    }
    String core = core(password);
    return core.isEmpty()
        || madeOfWords(core)
        || madeOfWords(letters(core))
        || madeOfWords(core(letters(password)));
  }

  // One or two different characters, or a short piece again and again.
  private static boolean repeats(String password) {
    if (password.codePoints().distinct().count() <= 2) {
      return true;
    }
    for (int piece = 1; piece <= Math.min(4, password.length() / 2); piece++) {
      String again = password.substring(0, piece).repeat(password.length() / piece + 1);
      if (again.startsWith(password)) {
        return true;
      }
    }
    return false;
  }

  private static boolean inOneRun(String password) {
    return RUNS.stream().anyMatch(run -> run.contains(password))
        || RUNS.stream()
            .filter(run -> password.length() >= 8)
            .anyMatch(run -> password.startsWith(run.substring(0, Math.min(8, run.length()))));
  }

  // The letters between the digits and signs at both ends; nothing left means digits and signs
  // only,
  // which is too little below 12 of them.
  private static String core(String password) {
    String core = password.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
    return core.isEmpty() && password.length() >= 12 ? password : core;
  }

  private static String letters(String password) {
    return password
        .replace('0', 'o')
        .replace('1', 'i')
        .replace('3', 'e')
        .replace('4', 'a')
        .replace('5', 's')
        .replace('7', 't')
        .replace('@', 'a')
        .replace('$', 's')
        .replace('!', 'i');
  }

  // One common word, the same one again and again, or two of them: passwordpassword, iloveyoubaby.
  // Not more: four unrelated ones are what we ask for.
  private static boolean madeOfWords(String core) {
    if (WORDS.contains(core)) {
      return true;
    }
    for (int end = 3; end < core.length(); end++) {
      String first = core.substring(0, end);
      if (WORDS.contains(first) && ends(core, first)) {
        return true;
      }
    }
    return false;
  }

  private static boolean ends(String core, String first) {
    String rest = core.substring(first.length()).replaceAll("^[^\\p{L}]+", "");
    return WORDS.contains(rest) || first.repeat(core.length() / first.length()).equals(core);
  }

  private static Set<String> words(String lines) {
    return Stream.of(lines.split("\\s+"))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
