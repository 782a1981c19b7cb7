package org.openletter.gateway.door.draft;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.openletter.gateway.door.form.SentForm;
import org.openletter.gateway.door.limit.AddressLimits;
import org.openletter.gateway.door.person.FormTokens;
import org.openletter.gateway.door.person.Person;
import org.springframework.stereotype.Component;

/// Keeps what stands in the forms of somebody who leaves in a hurry. Nobody reads the answer, so
/// whatever can be kept is: also when her session has ended, or the page is older than it. Each is
/// kept for the account that its token was made for.
@Component
class KeepLeft {

  private static final String PACKED = "application/gzip";
  private static final String LINES = "text/plain";

  private final ParkForm parkForm;
  private final FormTokens formTokens;
  private final AddressLimits limits;

  KeepLeft(ParkForm parkForm, FormTokens formTokens, AddressLimits limits) {
    this.parkForm = parkForm;
    this.formTokens = formTokens;
    this.limits = limits;
  }

  /// What became of it.
  sealed interface Result {

    record Kept() implements Result {}

    /// No form that may be kept.
    record NothingToKeep() implements Result {}

    /// At least one is larger than anything that is kept.
    record TooLarge() implements Result {}

    /// It was not written as our script writes it, or is far too long.
    record Unreadable() implements Result {}

    /// It carries no token of ours, so nobody can say whose it is.
    record Nobodys() implements Result {}

    /// Nobody is signed in, and much was left from where she is.
    record TooMany() implements Result {}
  }

  Result keep(HttpServletRequest request) {
    if (!(formTokens.writer(request) instanceof FormTokens.Writer.Member(String writer))) {
      return new Result.Nobodys();
    }
    List<SentForm> left;
    try {
      left = left(request);
    } catch (IOException unreadable) {
      return new Result.Unreadable();
    }
    if (left.isEmpty()) {
      return new Result.NothingToKeep();
    }
    if (Person.current().isEmpty() && limits.draft(request).isPresent()) {
      return new Result.TooMany();
    }
    List<ParkForm.Result> kept = new ArrayList<>();
    for (SentForm sent : left) {
      kept.add(parkForm.leave(request, sent, writer));
    }
    return kept.stream().anyMatch(ParkForm.Result.TooLarge.class::isInstance)
        ? new Result.TooLarge()
        : new Result.Kept();
  }

  // A page that was opened before forms came in lines sends one as a form.
  private static List<SentForm> left(HttpServletRequest request) throws IOException {
    String type = String.valueOf(request.getContentType());
    return type.startsWith(LINES) || type.startsWith(PACKED)
        ? LeftForms.read(request.getInputStream(), type.startsWith(PACKED))
        : LeftForms.form(request.getParameterMap()).stream().toList();
  }
}
