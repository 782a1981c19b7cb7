package org.openletter.posts.author;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.problem.FieldProblem;
import org.openletter.platform.problem.Problem;
import org.openletter.posts.letter.Author;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Hears from profiles-service that somebody has another name.
@RestController
class AuthorController {

  private final RenameAuthor rename;

  AuthorController(RenameAuthor rename) {
    this.rename = rename;
  }

  @PutMapping("/internal/authors/{accountId:[0-9a-z]{12}}")
  ResponseEntity<Void> rename(@PathVariable String accountId, @RequestBody Name name) {
    if (name.handle() == null || name.name() == null) {
      return Problem.fields(
          List.of(new FieldProblem("handle", "A renamed author has a handle and a name.")));
    }
    rename.rename(new Author(accountId, name.handle(), name.name()));
    return ResponseEntity.noContent().build();
  }

  /// The new name.
  record Name(@Nullable String handle, @Nullable String name) {}
}
