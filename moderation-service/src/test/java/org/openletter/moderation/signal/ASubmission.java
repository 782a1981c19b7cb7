package org.openletter.moderation.signal;

import org.jspecify.annotations.Nullable;

/// Builds submissions; a test says only what it is about.
public final class ASubmission {

  private String letterId = "letter-1";
  private String id = "comment-1";
  private @Nullable String handle;
  private String name = "Rosa";
  private boolean firstHere;
  private boolean approvedBefore;
  private boolean imported = true;

  /// A submission of which nothing else is known.
  public static ASubmission aSubmission() {
    return new ASubmission();
  }

  /// Sent live by this account.
  public ASubmission by(String handle) {
    this.handle = handle;
    this.imported = false;
    return this;
  }

  /// Under this name.
  public ASubmission named(String name) {
    this.name = name;
    return this;
  }

  /// With this id.
  public ASubmission id(String id) {
    this.id = id;
    return this;
  }

  /// On this letter.
  public ASubmission on(String letterId) {
    this.letterId = letterId;
    return this;
  }

  /// By somebody who has to wait for the letter's writer.
  public ASubmission first() {
    this.firstHere = true;
    this.imported = false;
    return this;
  }

  /// By somebody of whom something is public here.
  public ASubmission established() {
    this.approvedBefore = true;
    this.imported = false;
    return this;
  }

  /// The submission with this text.
  public Submission saying(String text) {
    return new Submission(letterId, id, handle, name, text, firstHere, approvedBefore, imported);
  }
}
