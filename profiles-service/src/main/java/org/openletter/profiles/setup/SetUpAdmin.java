package org.openletter.profiles.setup;

import java.util.EnumSet;
import java.util.List;
import org.openletter.platform.problem.FieldProblem;
import org.openletter.profiles.account.Role;
import org.openletter.profiles.account.SecurityLog;
import org.openletter.profiles.signup.MakeAccount;
import org.springframework.stereotype.Component;

/// The holder of the one-time link makes an account with every role.
@Component
class SetUpAdmin {

  private final AdminLinks links;
  private final MakeAccount makeAccount;

  SetUpAdmin(AdminLinks links, MakeAccount makeAccount) {
    this.links = links;
    this.makeAccount = makeAccount;
  }

  /// What became of it.
  sealed interface Result {

    /// The account is made.
    record Made(MakeAccount.Result.Made made) implements Result {}

    /// Something has to be typed differently; the link still works.
    record Invalid(List<FieldProblem> fields) implements Result {}

    /// The link was used, is too old, or never was one.
    record NoLink() implements Result {}
  }

  Result setUp(String token, MakeAccount.Form form) {
    if (!links.works(token)) {
      return new Result.NoLink();
    }
    List<FieldProblem> wrong = makeAccount.objections(form);
    if (!wrong.isEmpty()) {
      return new Result.Invalid(wrong);
    }
    // Used before the account is made: two who hold the link make one admin, not two.
    if (!links.use(token)) {
      return new Result.NoLink();
    }
    return switch (makeAccount.make(form, EnumSet.allOf(Role.class))) {
      case MakeAccount.Result.Made made -> {
        SecurityLog.event("admin-made-by-link", made.account().id());
        yield new Result.Made(made);
      }
      case MakeAccount.Result.Invalid(var fields) -> {
        links.giveBack(token);
        yield new Result.Invalid(fields);
      }
    };
  }
}
