package org.openletter.posts.letter;

import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// How a letter looks in the database.
final class LetterDocuments {

  static final String PUBLISHED = "published";

  /// Of a discarded draft only this word stays, until its events have left.
  static final String DISCARDED = "discarded";

  private LetterDocuments() {}

  static Document write(Letter letter) {
    Letter.Manuscript manuscript = letter.manuscript();
    Document document =
        changing(letter)
            .append("_id", letter.id().value())
            .append("author", author(manuscript.author()))
            .append("origin", origin(manuscript.origin()))
            .append("revision", manuscript.revision());
    document.values().removeIf(java.util.Objects::isNull);
    return document;
  }

  /// The fields that a change may touch; null means that the field is taken away.
  static Document changing(Letter letter) {
    Letter.Publication publication = letter.everPublic();
    Document document =
        new Document("state", letter.state())
            .append("latest", latest(letter.latest()))
            .append("publication", publication == null ? null : publication(publication))
            .append(
                "withdrawnAt",
                letter instanceof Letter.Withdrawn withdrawn
                    ? Date.from(withdrawn.withdrawnAt())
                    : null);
    document.putAll(MongoPublicNames.fields(letter));
    return document;
  }

  static Letter read(Document stored) {
    Document author = stored.get("author", Document.class);
    Letter.Manuscript manuscript =
        new Letter.Manuscript(
            new LetterId(stored.getString("_id")),
            new Author(
                author.getString("id"), author.getString("handle"), author.getString("name")),
            origin(stored.get("origin", Document.class)),
            latest(stored.get("latest", Document.class)),
            stored.getLong("revision"));
    Document publication = stored.get("publication", Document.class);
    return switch (stored.getString("state")) {
      case "draft" -> new Letter.Draft(manuscript);
      case PUBLISHED -> new Letter.Published(manuscript, publication(publication));
      case "withdrawn" ->
          new Letter.Withdrawn(manuscript, publication(publication), at(stored, "withdrawnAt"));
      default -> throw new IllegalStateException("no such state: " + stored.getString("state"));
    };
  }

  static Document author(Author author) {
    return new Document("id", author.id())
        .append("handle", author.handle())
        .append("name", author.name());
  }

  private static Document origin(Letter.Origin origin) {
    return switch (origin) {
      case Letter.Origin.Written(String payload, Instant at) ->
          new Document("payload", payload).append("at", Date.from(at));
      case Letter.Origin.Imported(String importer, String file, Instant date, String was) ->
          new Document("importer", importer)
              .append("file", file)
              .append("date", date(date))
              .append("was", was);
    };
  }

  private static Letter.Origin origin(Document stored) {
    String importer = stored.getString("importer");
    if (importer == null) {
      return new Letter.Origin.Written(stored.getString("payload"), at(stored, "at"));
    }
    Date date = stored.getDate("date");
    return new Letter.Origin.Imported(
        importer,
        stored.getString("file"),
        date == null ? null : date.toInstant(),
        // Those brought in before it was kept say nothing of it.
        stored.get("was", Letter.Origin.Imported.PUBLIC));
  }

  private static Document latest(Letter.Latest latest) {
    return new Document("versionId", latest.versionId())
        .append("number", latest.number())
        .append("savedAt", Date.from(latest.savedAt()))
        .append("title", latest.title())
        .append("addressee", latest.addressee());
  }

  private static Letter.Latest latest(Document stored) {
    return new Letter.Latest(
        stored.getString("versionId"),
        stored.getInteger("number"),
        at(stored, "savedAt"),
        stored.getString("title"),
        stored.getString("addressee"));
  }

  private static Document publication(Letter.Publication publication) {
    return new Document("versionId", publication.versionId())
        .append("version", publication.version())
        .append("slug", publication.slug())
        .append("title", publication.title())
        .append("addressee", publication.addressee())
        .append("byline", publication.byline())
        .append("topics", publication.topics())
        .append("language", publication.language())
        .append("excerpt", publication.excerpt())
        .append("words", publication.words())
        .append("minutes", publication.minutes())
        .append("publishedAt", Date.from(publication.publishedAt()))
        .append("updatedAt", Date.from(publication.updatedAt()))
        .append("firstAt", Date.from(publication.firstAt()));
  }

  private static Letter.Publication publication(Document stored) {
    return new Letter.Publication(
        stored.getString("versionId"),
        stored.getInteger("version"),
        stored.getString("slug"),
        stored.getString("title"),
        stored.getString("addressee"),
        stored.getString("byline"),
        stored.getList("topics", String.class),
        // Letters that became public before it was asked for have none until they change.
        stored.get("language", ""),
        stored.getString("excerpt"),
        stored.getInteger("words"),
        stored.getInteger("minutes"),
        at(stored, "publishedAt"),
        at(stored, "updatedAt"),
        at(stored, "firstAt"));
  }

  private static @Nullable Date date(@Nullable Instant instant) {
    return instant == null ? null : Date.from(instant);
  }

  private static Instant at(Document stored, String field) {
    return stored.getDate(field).toInstant();
  }
}
