package org.openletter.gateway.door.viewer;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.door.person.Person;
import org.openletter.gateway.door.person.SignedIn;
import org.openletter.gateway.look.page.Viewer;
import org.openletter.gateway.neighbour.comments.QueueClient;
import org.openletter.gateway.neighbour.posts.DraftsClient;
import org.openletter.gateway.neighbour.profiles.PeopleClient;
import org.openletter.platform.call.Answer;
import org.openletter.platform.problem.CallRefused;
import org.openletter.platform.problem.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/// Tells who looks. A number that nobody could tell in time is left out of the page, never guessed.
@Component
public class Viewers {

  private static final Logger LOG = LoggerFactory.getLogger(Viewers.class);

  /// Longest wait for the numbers together; the page itself usually needs as long for its own
  /// calls.
  private static final Duration LONGEST_WAIT = Duration.ofMillis(400);

  private final PeopleClient people;
  private final QueueClient queue;
  private final DraftsClient letters;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  Viewers(PeopleClient people, QueueClient queue, DraftsClient letters) {
    this.people = people;
    this.queue = queue;
    this.letters = letters;
  }

  /// Who looks, without asking anybody: for pages that must not wait. A stranger while the sessions
  /// cannot be read, because then nobody knows.
  public Viewer atOnce(HttpServletRequest request) {
    if (Failure.databaseAway(request)) {
      return Viewer.STRANGER;
    }
    return Person.current()
        .map(person -> new Viewer(signed(person, request, null, null, false)))
        .orElse(Viewer.STRANGER);
  }

  /// Who looks, with the numbers of the bar.
  Viewer withNumbers(HttpServletRequest request) {
    Optional<SignedIn> current = Person.current();
    if (current.isEmpty()) {
      return Viewer.STRANGER;
    }
    long until = System.nanoTime() + LONGEST_WAIT.toNanos();
    CompletableFuture<Answer<PeopleClient.Unread>> unread = ask(people::unread);
    CompletableFuture<Answer<Integer>> waiting = ask(() -> queue.count().waiting());
    CompletableFuture<Answer<Boolean>> hasLetters =
        ask(() -> !letters.mine(null, 1).letters().isEmpty());
    return new Viewer(
        signed(
            current.get(),
            request,
            answer(unread, until),
            answer(waiting, until),
            Boolean.TRUE.equals(answer(hasLetters, until))));
  }

  private Viewer.Signed signed(
      SignedIn person,
      HttpServletRequest request,
      PeopleClient.@Nullable Unread unread,
      @Nullable Integer waiting,
      boolean hasLetters) {
    CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    return new Viewer.Signed(
        person.handle(),
        person.name(),
        person.roles(),
        token == null ? "" : token.getToken(),
        unread == null ? null : unread.unread(),
        waiting,
        unread == null ? null : unread.names(),
        hasLetters,
        person.leavesByKey());
  }

  private <T> CompletableFuture<Answer<T>> ask(Supplier<T> call) {
    return CompletableFuture.supplyAsync(() -> quietly(call), threads);
  }

  // An account that waits for staff has no queue and no letters: a refusal is an answer like any
  // other.
  private static <T> Answer<T> quietly(Supplier<T> call) {
    try {
      return Answer.of(call);
    } catch (CallRefused refused) {
      LOG.debug("a number of the bar was refused: {}", refused.status());
      return new Answer.Unknown<>();
    }
  }

  private static <T> @Nullable T answer(CompletableFuture<Answer<T>> asked, long until) {
    try {
      return asked
          .get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS)
          .known()
          .orElse(null);
    } catch (TimeoutException late) {
      return null;
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed.getCause());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return null;
    }
  }
}
