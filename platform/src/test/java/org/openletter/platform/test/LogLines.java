package org.openletter.platform.test;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Finds in a source what bytecode does not tell: an exception that a logger gets as any object, so
/// that its message is written.
final class LogLines {

  // In one line; a longer one is read like code.
  // In one line; a longer one is read like code.
  private static final Pattern STRING =
      Pattern.compile("\"[^\"\\\\\n]*+(?:\\\\.[^\"\\\\\n]*+)*+\"");

  /// A parameter or variable that holds an exception, caught or given.
  private static final Pattern EXCEPTION =
      Pattern.compile(
          "\\b(?:[A-Z]\\w*(?:Exception|Error)|Throwable)\\s+([a-z]\\w*)"
              + "|\\bcatch\\s*\\([^()]*?\\b([a-z]\\w*)\\s*\\)");

  private static final Pattern LOG = Pattern.compile("\\bLOG\\s*\\.\\s*[a-z]+\\s*\\(");

  /// A call that makes something else of what it gets, and no text with the message.
  private static final Pattern CALL =
      Pattern.compile(
          "\\b(?!(?:valueOf|toString|format|formatted|join|requireNonNull)\\b)\\w+\\s*+\\([^()]*+\\)");

  private LogLines() {}

  /// The calls of `LOG` in the source of this class that write the message of an exception. A class
  /// without a source beside it has none.
  static List<String> thatTell(JavaClass type) {
    return source(type).map(LogLines::thatTell).orElse(List.of());
  }

  /// The same for a text.
  static List<String> thatTell(String source) {
    String code = STRING.matcher(source.replaceAll("(?m)//.*$", "")).replaceAll("\"\"");
    Set<String> exceptions = new LinkedHashSet<>();
    Matcher declared = EXCEPTION.matcher(code);
    while (declared.find()) {
      exceptions.add(declared.group(1) == null ? declared.group(2) : declared.group(1));
    }
    List<String> telling = new ArrayList<>();
    if (exceptions.isEmpty()) {
      return telling;
    }
    String any = exceptions.stream().collect(Collectors.joining("|", "(?:", ")"));
    // Alone between commas, in a text that is put together, or made one.
    Pattern told =
        Pattern.compile(
            "[,(]\\s*%1$s\\s*[,)]|\\+\\s*%1$s\\s*[,)+]|[,(+]\\s*%1$s\\s*\\+".formatted(any));
    Matcher call = LOG.matcher(code);
    while (call.find()) {
      String arguments = arguments(code, call.end() - 1);
      if (told.matcher(withoutCalls(arguments)).find()) {
        telling.add(call.group() + arguments.substring(1).replaceAll("\\s+", " "));
      }
    }
    return telling;
  }

  private static String withoutCalls(String arguments) {
    String rest = arguments;
    for (String before = ""; !rest.equals(before); ) {
      before = rest;
      rest = CALL.matcher(rest).replaceAll("made");
    }
    return rest;
  }

  // From a bracket to its end.
  private static String arguments(String code, int from) {
    int depth = 0;
    for (int at = from; at < code.length(); at++) {
      depth += code.charAt(at) == '(' ? 1 : code.charAt(at) == ')' ? -1 : 0;
      if (depth == 0) {
        return code.substring(from, at + 1);
      }
    }
    return code.substring(from);
  }

  private static Optional<String> source(JavaClass type) {
    return type.getSource()
        .map(found -> found.getUri())
        .filter(uri -> "file".equals(uri.getScheme()))
        .map(uri -> source(Path.of(uri)))
        .filter(Files::isRegularFile)
        .map(LogLines::read);
  }

  private static Path source(Path compiled) {
    return Path.of(
        compiled
            .toString()
            .replace("/target/test-classes/", "/src/test/java/")
            .replace("/target/classes/", "/src/main/java/")
            .replaceAll("[.]class$", ".java"));
  }

  private static String read(Path source) {
    try {
      return Files.readString(source);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
