package org.openletter.gateway.me;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.problem.FieldProblem;

/// The account page.
///
/// @param name as it stands in the form
/// @param bio as it stands in the form
/// @param joined the day the account was made, or null
/// @param waitingForStaff whether somebody has to approve its name first
/// @param wrong the form that did not work: `profile`, `password` or `recovery`; or null
/// @param fields what is wrong with which field of that form
/// @param problem why that form did not work, or null
/// @param done the form that worked, or null
public record MePage(
    String handle,
    String name,
    String bio,
    @Nullable String joined,
    boolean waitingForStaff,
    @Nullable String wrong,
    List<FieldProblem> fields,
    @Nullable String problem,
    @Nullable String done) {

  static MePage of(ProfileClient.Me me, @Nullable String done) {
    return new MePage(
        me.handle(),
        me.name(),
        me.bio() == null ? "" : me.bio(),
        me.joined(),
        Boolean.TRUE.equals(me.waitingForStaff()),
        null,
        List.of(),
        null,
        done);
  }

  /// The same page with what was typed into the profile.
  MePage typed(String typedName, String typedBio) {
    return new MePage(
        handle, typedName, typedBio, joined, waitingForStaff, wrong, fields, problem, done);
  }

  /// The same page after a form that did not work.
  MePage wrong(String form, List<FieldProblem> with, @Nullable String why) {
    return new MePage(handle, name, bio, joined, waitingForStaff, form, with, why, null);
  }

  public boolean isWrong(String form) {
    return form.equals(wrong);
  }

  /// Why this form did not work as a whole, or null.
  public @Nullable String problem(String form) {
    return isWrong(form) ? problem : null;
  }

  /// What is wrong with this field of this form, or null.
  public @Nullable String error(String form, String field) {
    if (!isWrong(form)) {
      return null;
    }
    return fields.stream()
        .filter(problem -> problem.field().equals(field))
        .map(FieldProblem::sentence)
        .findFirst()
        .orElse(null);
  }
}
