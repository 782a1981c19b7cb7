package org.openletter.gateway.own.me;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openletter.gateway.neighbour.profiles.Me;
import org.openletter.platform.problem.FieldProblem;

/// The account page.
///
/// @param name as it stands in the form
/// @param bio as it stands in the form
/// @param joined the day the account was made, or null
/// @param waits the name that waits or was refused, or null
/// @param version of the profile that the form was filled in on
/// @param newer what the profile says since, when that is something else; or null
/// @param leavesByKey whether Shift, pressed three times, leaves a page
/// @param wrong the form that did not work: `profile`, `password`, `recovery` or `leaving`; or null
/// @param fields what is wrong with which field of that form
/// @param problem why that form did not work, or null
/// @param done the form that worked, or null
/// @param ended how many other sign-ins a new password has ended, or null
public record MePage(
    String handle,
    String name,
    String bio,
    @Nullable String joined,
    @Nullable Waits waits,
    String version,
    @Nullable Newer newer,
    boolean leavesByKey,
    @Nullable String wrong,
    List<FieldProblem> fields,
    @Nullable String problem,
    @Nullable String done,
    @Nullable Integer ended) {

  static MePage of(Me me, @Nullable String done) {
    return new MePage(
        me.handle(),
        me.wanted() == null ? me.name() : me.wanted(),
        me.bio() == null ? "" : me.bio(),
        me.joined(),
        Boolean.TRUE.equals(me.waitingForStaff()) ? Waits.of(me) : null,
        me.version() == null ? "" : me.version(),
        null,
        !Boolean.TRUE.equals(me.withoutLeaveKey()),
        null,
        List.of(),
        null,
        done,
        null);
  }

  /// The same page after a new password that ended so many other sign-ins.
  MePage ended(@Nullable Integer others) {
    return with(name, bio, version, newer, wrong, fields, problem, done, others);
  }

  /// What is said after a new password.
  public String passwordDone() {
    String elsewhere =
        switch (ended) {
          case null -> "Everywhere else you are signed out.";
          case 0 -> "You were signed in nowhere else.";
          case 1 -> "One other sign-in was ended.";
          default -> ended + " other sign-ins were ended.";
        };
    return "Your password is changed. " + elsewhere + " Here you stay signed in.";
  }

  /// The same page with what was typed into the profile, on this version of it.
  MePage typed(String typedName, String typedBio, String seen) {
    return with(typedName, typedBio, seen, newer, wrong, fields, problem, done, ended);
  }

  /// The same page after a form that did not work.
  MePage wrong(String form, List<FieldProblem> with, @Nullable String why) {
    return with(name, bio, version, newer, form, with, why, null, null);
  }

  /// The same page after a profile that came too late. Sent again, it replaces what stands now.
  MePage newer(String form, Newer now) {
    return with(name, bio, now.version(), now, form, List.of(), null, null, null);
  }

  private MePage with(
      String shownName,
      String shownBio,
      String seen,
      @Nullable Newer now,
      @Nullable String form,
      List<FieldProblem> wrongFields,
      @Nullable String why,
      @Nullable String worked,
      @Nullable Integer others) {
    return new MePage(
        handle,
        shownName,
        shownBio,
        joined,
        waits,
        seen,
        now,
        leavesByKey,
        form,
        wrongFields,
        why,
        worked,
        others);
  }

  /// What the profile says since she opened the form.
  public record Newer(String name, String bio, String version) {}

  /// A name that is shown to nobody but her and admins.
  ///
  /// @param handle whether it is the handle, which no other display name can help
  /// @param refused whether an admin said no to it
  /// @param said what it can be taken for
  /// @param next what becomes of it, and what she can do
  public record Waits(boolean handle, boolean refused, String said, String next) {

    static Waits of(Me me) {
      boolean handle = "handle".equals(me.concernOf());
      boolean refused = Boolean.TRUE.equals(me.refused());
      String what =
          handle || me.wanted() == null
              ? "Your handle, " + me.handle() + ","
              : "The name “" + me.wanted() + "”";
      return new Waits(
          handle, refused, what + " " + like(me.concernLike()), next(me, handle, refused));
    }

    private static String like(@Nullable String like) {
      return switch (like == null ? "" : like) {
        case "site" -> "looks like words with which this site speaks.";
        case "staff" -> "looks like that of somebody who runs this site or moderates here.";
        case "addressee" -> "looks like somebody to whom a public letter is written.";
        case "byline" -> "looks like the byline of somebody else's public letter.";
        case "unknown" -> "could not be compared with those of the letters yet.";
        default -> "has to be looked at first.";
      };
    }

    private static String next(Me me, boolean handle, boolean refused) {
      if (handle && refused) {
        return "A handle stays as it is: to write, make another account with another handle.";
      }
      if (refused) {
        return "Everybody sees you as “%s”. Keep that name or choose another, and you can write at once."
            .formatted(me.name());
      }
      String until =
          "unknown".equals(me.concernLike())
              ? "That happens by itself as soon as the letters can be asked again; your inbox will"
                  + " say so. Until then "
              : "Somebody who runs this site looks at it, and your inbox will say so. Until then ";
      return handle
          ? until + "you can read and change this page, but not write."
          : until
              + "everybody sees you as “%s”, and you can read, but not write. Keep that name or choose another, and you can write at once."
                  .formatted(me.name());
    }
  }

  /// What is said after the key was switched.
  public String leavingDone() {
    return (leavesByKey ? "The key works again." : "The key is switched off.")
        + " Your other browsers hear of it within a few minutes of use.";
  }

  /// What is said after the profile was saved: only what is known.
  public String profileDone() {
    return waits == null
        ? "Saved. Your public page shows it. A new name reaches your letters and responses as soon as"
            + " the parts of this site that keep them have taken it over."
        : "Saved. What becomes of the name stands above.";
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
