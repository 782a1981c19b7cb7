package org.openletter.posts.importing;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.openletter.platform.text.Parameters;
import org.openletter.posts.importing.screening.Screening;
import org.openletter.posts.letter.Author;
import org.openletter.posts.letter.LetterId;
import org.openletter.posts.letter.LetterText;

/// How imports look in the database.
final class ImportDocuments {

  private ImportDocuments() {}

  static Document write(Import checked) {
    return new Document("_id", checked.id())
        .append("ownerId", checked.ownerId())
        .append("file", checked.file())
        .append("bytes", checked.bytes())
        .append("state", checked.state().name())
        .append("at", Date.from(checked.at()))
        .append("expiresAt", Date.from(checked.expiresAt()))
        .append("screened", checked.screened())
        .append("leftOut", checked.leftOut())
        .append("notes", checked.notes())
        .append("clusters", checked.clusters().stream().map(ImportDocuments::write).toList())
        .append("totals", write(checked.totals()))
        .append("chosen", sorted(checked.choice().letters()))
        .append("here", sorted(checked.choice().here()))
        .append("initials", checked.choice().initials());
  }

  static Import read(Document stored) {
    return new Import(
        stored.getString("_id"),
        stored.getString("ownerId"),
        stored.getString("file"),
        stored.getLong("bytes"),
        Import.State.valueOf(stored.getString("state")),
        at(stored, "at"),
        at(stored, "expiresAt"),
        stored.getBoolean("screened"),
        stored.getInteger("leftOut"),
        stored.getList("notes", String.class),
        stored.getList("clusters", Document.class).stream().map(ImportDocuments::cluster).toList(),
        totals(stored.get("totals", new Document())),
        choice(stored));
  }

  static Document write(String importId, Import.ImportedLetter letter) {
    LetterText text = letter.text();
    return new Document("_id", key(importId, letter.number()))
        .append("importId", importId)
        .append("number", letter.number())
        .append("source", letter.source())
        .append("letterId", letter.letterId().value())
        .append("title", text.title())
        .append("addressee", text.addressee())
        .append("byline", text.byline())
        .append("disclaimer", text.disclaimer())
        .append("body", text.body())
        .append("date", letter.date() == null ? null : Date.from(letter.date()))
        .append("was", letter.was())
        .append("words", letter.words())
        .append("live", letter.live())
        .append("waiting", letter.waiting())
        .append("alreadyHere", letter.alreadyHere())
        .append("batches", letter.batches());
  }

  /// The name of one letter of an import.
  static String key(String importId, int number) {
    return importId + ":" + number;
  }

  static Import.ImportedLetter readLetter(Document stored) {
    Date date = stored.getDate("date");
    return new Import.ImportedLetter(
        stored.getInteger("number"),
        stored.getString("source"),
        new LetterId(stored.getString("letterId")),
        new LetterText(
            stored.getString("title"),
            stored.getString("addressee"),
            stored.getString("byline"),
            stored.getString("disclaimer"),
            List.of(),
            stored.get("body", "")),
        date == null ? null : date.toInstant(),
        stored.get("was", "public"),
        stored.getInteger("words"),
        stored.getInteger("live"),
        stored.getInteger("waiting"),
        stored.getBoolean("alreadyHere"),
        stored.getInteger("batches"));
  }

  /// A set as the database keeps it, always in the same order.
  static List<Integer> sorted(Set<Integer> numbers) {
    return numbers.stream().sorted().toList();
  }

  static @Nullable Document write(@Nullable Author author) {
    return author == null
        ? null
        : new Document("id", author.id())
            .append("handle", author.handle())
            .append("name", author.name());
  }

  private static Import.Choice choice(Document stored) {
    Document author = stored.get("author", Document.class);
    return new Import.Choice(
        Set.copyOf(stored.getList("chosen", Integer.class)),
        Set.copyOf(stored.getList("here", Integer.class, List.of())),
        stored.getBoolean("initials", false),
        author == null
            ? null
            : new Author(
                author.getString("id"), author.getString("handle"), author.getString("name")));
  }

  private static Document write(Import.Totals totals) {
    return new Document("letters", totals.letters())
        .append("known", totals.known())
        .append("live", totals.live())
        .append("waiting", totals.waiting());
  }

  private static Import.Totals totals(Document stored) {
    return new Import.Totals(
        stored.getInteger("letters", 0),
        stored.getInteger("known", 0),
        stored.getInteger("live", 0),
        stored.getInteger("waiting", 0));
  }

  private static Document write(Import.Cluster cluster) {
    return new Document("kind", write(cluster.kind()))
        .append("responses", cluster.responses())
        .append("bond", cluster.bond() == null ? null : write(cluster.bond()))
        .append("reasons", cluster.reasons().stream().map(ImportDocuments::write).toList())
        .append("examples", cluster.examples());
  }

  private static Document write(Screening.Said said) {
    return new Document("code", said.code()).append("parameters", new Document(said.parameters()));
  }

  private static Import.Cluster cluster(Document stored) {
    return new Import.Cluster(
        Objects.requireNonNullElseGet(
            said(stored, "kind", "name"), () -> new Screening.Said("alike", Map.of())),
        stored.getInteger("responses"),
        said(stored, "bond", "remark"),
        stored.getList("reasons", Document.class).stream().map(ImportDocuments::said).toList(),
        stored.getList("examples", String.class));
  }

  // A file that was looked at before clusters had codes has words in a field of another name.
  private static Screening.@Nullable Said said(Document stored, String field, String before) {
    Document coded = stored.get(field, Document.class);
    if (coded != null) {
      return said(coded);
    }
    String words = stored.getString(before);
    return words == null || words.isBlank()
        ? null
        : new Screening.Said("alike", Parameters.of(null, words, null));
  }

  // A file that was looked at before reasons had parameters has labels.
  private static Screening.Said said(Document stored) {
    return new Screening.Said(
        stored.getString("code"),
        Parameters.of(stored.get("parameters", Document.class), stored.getString("label"), null));
  }

  private static Instant at(Document stored, String field) {
    return stored.getDate(field).toInstant();
  }
}
