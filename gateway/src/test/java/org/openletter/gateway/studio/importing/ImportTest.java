package org.openletter.gateway.studio.importing;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.MultipartConfigElement;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.openletter.gateway.Browser;
import org.openletter.gateway.Desk;
import org.openletter.gateway.GatewayTest;
import org.openletter.platform.test.TestHttp;
import org.springframework.beans.factory.annotation.Autowired;

/// Bringing in letters through the whole gateway.
@GatewayTest
class ImportTest {

  private static final String IMPORTS = "/posts-service/imports";
  private static final String ID = "import000001";
  private static final int MEGABYTE = 1 << 20;

  @Test
  void handsAFileOnAsItIs(TestHttp http) {
    var desk = new Desk(http);
    Desk.answers("POST", IMPORTS, file("checked", true, letter("s1", false)));
    // Larger than what any other form may send.
    byte[] export = new byte[3 * MEGABYTE];
    export[5] = 0;
    export[6] = (byte) 0xff;

    var answer = upload(desk, "old letters ü.xml", export);

    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Location")).isEqualTo("/studio/imports/" + ID);
    var sent = Desk.arrived("POST", IMPORTS).getFirst();
    assertThat(sent.getHeader("Content-Type")).isEqualTo("application/octet-stream");
    assertThat(sent.getHeader("Authorization")).startsWith("Bearer ");
    assertThat(sent.queryParameter("file").firstValue()).isEqualTo("old letters ü.xml");
    assertThat(sent.getBody()).isEqualTo(export);
  }

  @Test
  void saysWhyAFileWasNotAccepted(TestHttp http) {
    var desk = new Desk(http);
    Desk.refuses("POST", IMPORTS, 422, "not-an-export", "");

    var answer = upload(desk, "x.xml", new byte[10]);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(Desk.page(answer).select(".note.bad").text()).isEqualTo("Said by the service.");
    assertThat(Desk.page(answer).select("input[type=file]")).hasSize(1);
  }

  @Test
  void asksForAFile(TestHttp http) {
    var answer = upload(new Desk(http), "", new byte[0]);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(Desk.page(answer).select(".note.bad").text()).isEqualTo("Choose a file first.");
  }

  @Test
  void saysThatAFileIsTooLargeForTheService(TestHttp http) {
    var desk = new Desk(http);
    Desk.refuses("POST", IMPORTS, 413, "file-too-large", "");

    assertThat(upload(desk, "x.xml", new byte[10]).status()).isEqualTo(413);
  }

  @Test
  void saysThatAFileIsTooLargeAlsoWhenNothingReadsIt(TestHttp http) {
    var desk = new Desk(http);

    var answer = upload(desk, "x.xml", new byte[34 * MEGABYTE]);

    assertThat(answer.status()).isEqualTo(303);
    var page = desk.get(answer.header("Location"));
    assertThat(page.status()).isEqualTo(413);
    assertThat(Desk.page(page).select(".note.bad").text())
        .contains("larger than the 32 MB", "Nothing was changed");
    assertThat(Desk.arrived("POST", IMPORTS)).isEmpty();
  }

  @Test
  void saysThatNothingWasChangedWhenNobodyAnswers(TestHttp http) {
    var desk = new Desk(http);
    Desk.fails(IMPORTS);

    var answer = upload(desk, "x.xml", new byte[10]);

    assertThat(answer.status()).isEqualTo(503);
    assertThat(Desk.page(answer).select(".note.bad").text())
        .startsWith("It is not known whether this was checked");
  }

  @Test
  void takesNoFileWithoutTheTokenOfHerForms(TestHttp http) {
    var desk = new Desk(http);

    var answer = upload(desk, "x.xml", new byte[10], "no token");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(Desk.arrived("POST", IMPORTS)).isEmpty();
  }

  @Test
  void showsWhatAFileHolds(TestHttp http) {
    var desk = new Desk(http);
    Desk.answers("GET", IMPORTS + "/" + ID, file("checked", true, letter("s1", false)));

    var page = Desk.page(desk.get("/studio/imports/" + ID));

    assertThat(page.select("tbody tr").eachText().getFirst()).startsWith("Letters 1 0 1");
    assertThat(page.select("tbody tr").eachText().get(1)).startsWith("Responses 24 16 8");
    assertThat(page.select("tbody tr").eachText().get(2)).startsWith("Left out 2");
    assertThat(page.select(".remarks").text()).isEqualTo("One image became a link to it.");
    assertThat(page.select(".clusters li").text())
        .contains("2 responses", "same text twice", "Pharmacy links");
    assertThat(page.select("main form button").eachText())
        .containsExactly("Bring in 1 letter and 24 responses", "Choose another file");
    assertThat(page.select("input[name=letters]").val()).isEqualTo("s1");
    assertThat(page.select("script:not([src]), img")).isEmpty();
    assertThat(page.select("blockquote").text()).isEqualTo(Desk.HOSTILE);
  }

  @Test
  void letsHerChooseAmongSeveralAndSaysWhatIsAlreadyHere(TestHttp http) {
    var desk = new Desk(http);
    Desk.answers(
        "GET",
        IMPORTS + "/" + ID,
        file("checked", false, letter("s1", false) + "," + letter("s2", true)));

    var page = Desk.page(desk.get("/studio/imports/" + ID));

    assertThat(page.select("input[type=checkbox][name=letters]").eachAttr("value"))
        .containsExactly("s1");
    assertThat(page.select(".choice").text()).contains("already here");
    assertThat(page.select(".note.wait").text()).startsWith("Not checked for junk yet");
  }

  @Test
  void saysWhoseLetterItIsAndWhatItWas(TestHttp http) {
    var desk = new Desk(http);
    String secret =
        letter("s2", false).replace("\"addressee\"", "\"was\":\"private\",\"addressee\"");
    String guest =
        letter("s1", false).replace("\"addressee\"", "\"byline\":\"Marit Solvang\",\"addressee\"");
    Desk.answers("GET", IMPORTS + "/" + ID, file("checked", true, guest + "," + secret));

    var page = Desk.page(desk.get("/studio/imports/" + ID));

    assertThat(page.select("input[name=letters]").eachAttr("value")).containsExactly("s1", "s2");
    assertThat(page.select("input[name=letters][checked]").eachAttr("value")).containsExactly("s1");
    assertThat(page.select(".choice label").get(0).text())
        .contains("By Marit Solvang, as the file says.");
    assertThat(page.select(".choice label").get(1).select(".chip").text())
        .isEqualTo("was private there");

    Desk.answers("GET", IMPORTS + "/" + ID, file("checked", true, guest));
    assertThat(Desk.page(desk.get("/studio/imports/" + ID)).select(".choice").text())
        .contains("By Marit Solvang");
  }

  @Test
  void showsManyLettersInPages(TestHttp http) {
    var desk = new Desk(http);
    String many =
        file("done", true, letter("s101", false))
            .replace(
                "\"letters\"",
                "\"count\":230,\"known\":0,\"from\":100,\"chosen\":["
                    + letter("s1", true)
                    + "],\"letters\"");
    Desk.answers("GET", IMPORTS + "/" + ID, many);

    var done = Desk.page(desk.get("/studio/imports/" + ID));
    assertThat(done.select("a[href$=?from=0]").text())
        .isEqualTo("Choose more letters of this file");
    assertThat(done.select(".brought h2")).hasSize(1);

    var page = Desk.page(desk.get("/studio/imports/" + ID + "?from=100"));
    assertThat(Desk.arrived("GET", IMPORTS + "/" + ID).stream().map(sent -> sent.getUrl()))
        .anyMatch(url -> url.endsWith("?from=100"));
    assertThat(page.select("tbody tr").eachText().getFirst()).startsWith("Letters 230 0 230");
    assertThat(page.select(".choice .hint").eachText().getFirst())
        .startsWith("Letters 101 to 101 of 230, newest first.");
    assertThat(page.select(".choice nav a").eachAttr("href"))
        .containsExactly(
            "/studio/imports/" + ID + "?from=0", "/studio/imports/" + ID + "?from=101");
  }

  @Test
  void bringsNothingInTwice(TestHttp http) {
    var desk = new Desk(http);
    Desk.answers("GET", IMPORTS + "/" + ID, file("checked", true, letter("s1", true)));

    var page = Desk.page(desk.get("/studio/imports/" + ID));

    assertThat(page.select(".note.good").text()).startsWith("Already here.");
    assertThat(page.select("main form button").eachText()).containsExactly("Choose another file");
  }

  @Test
  void bringsInWhatWasChosen(TestHttp http) {
    var desk = new Desk(http);
    String address = IMPORTS + "/" + ID + "/confirmation";
    Desk.answers("PUT", address, file("bringing-in", true, letter("s1", false)));

    var answer =
        desk.post("/studio/imports/" + ID + "/confirmation", "letters", "a,b", "initials", "true");

    assertThat(answer.header("Location")).isEqualTo("/studio/imports/" + ID);
    assertThat(Desk.arrived("PUT", address).getFirst().getBodyAsString())
        .isEqualTo("{\"letters\":[\"a,b\"],\"initials\":true}");
  }

  @Test
  void showsHowFarItIsAndWhereToGoOn(TestHttp http) {
    var desk = new Desk(http);
    Desk.answers("GET", IMPORTS + "/" + ID, file("bringing-in", true, letter("s1", false)));
    var waiting = Desk.page(desk.get("/studio/imports/" + ID));
    Desk.answers("GET", IMPORTS + "/" + ID, file("done", true, letter("s1", true)));
    var done = Desk.page(desk.get("/studio/imports/" + ID));

    assertThat(waiting.select("#import").attr("hx-trigger")).isEqualTo("every 2s");
    assertThat(waiting.select("main a.button").text()).isEqualTo("Look again");
    assertThat(done.select(".note.good").text())
        .isEqualTo(
            "1 letter and 24 responses from old.xml are here."
                + " 16 responses appear when you publish; 8 wait for you.");
    assertThat(done.select(".brought h2 a").attr("href")).isEqualTo("/studio/letters/abcdefabcdef");
    assertThat(done.select("#import").hasAttr("hx-get")).isFalse();
  }

  @Test
  void forgetsAFile(TestHttp http) {
    var desk = new Desk(http);
    Desk.answers("GET", IMPORTS + "/" + ID, file("checked", true, letter("s1", false)));
    Desk.answers("DELETE", IMPORTS + "/" + ID, "{}");
    String seen =
        Desk.page(desk.get("/studio/imports/" + ID)).select("main form input[name=seen]").val();

    assertThat(desk.post("/studio/imports/" + ID + "/cancel", "seen", seen).header("Location"))
        .isEqualTo("/studio/imports");
    assertThat(Desk.arrived("DELETE", IMPORTS + "/" + ID))
        .singleElement()
        .satisfies(asked -> assertThat(asked.getUrl()).endsWith("?seen=seen-1"));
  }

  @Test
  void saysWhyAFileIsNotTakenBack(TestHttp http) {
    var desk = new Desk(http);
    Desk.answers("GET", IMPORTS + "/" + ID, file("bringing-in", true, letter("s1", false)));
    var waiting = Desk.page(desk.get("/studio/imports/" + ID));
    assertThat(waiting.select("form[action$=/cancel] button").text())
        .isEqualTo("Stop, and take back what is here of it");
    Desk.refuses("DELETE", IMPORTS + "/" + ID, 409, "bringing-in", "");

    String seen = waiting.select("form[action$=/cancel] input[name=seen]").val();
    assertThat(seen).isEqualTo("seen-1");
    var answer = desk.post("/studio/imports/" + ID + "/cancel", "seen", seen);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(Desk.page(answer).select(".note.bad").text()).isEqualTo("Said by the service.");
    assertThat(Desk.page(answer).select("#import").hasAttr("hx-trigger")).isFalse();
  }

  @Test
  void putsFilesWhereOnlyTheServiceReadsThem(@Autowired MultipartConfigElement multipart)
      throws IOException {
    Path folder = Path.of(multipart.getLocation());

    assertThat(folder).isAbsolute().isDirectory();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
  }

  private static TestHttp.Answer upload(Desk desk, String name, byte[] content) {
    return upload(desk, name, content, desk.token());
  }

  private static TestHttp.Answer upload(Desk desk, String name, byte[] content, String token) {
    var body = new ByteArrayOutputStream();
    body.writeBytes(
        ("--edge\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token + "\r\n")
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(
        ("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + name
                + "\"\r\nContent-Type: text/xml\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes("\r\n--edge--\r\n".getBytes(StandardCharsets.UTF_8));
    return desk.browser()
        .send(
            desk.browser()
                .request("/studio/imports")
                .header("Origin", Browser.ORIGIN)
                .header("Sec-Fetch-Site", "same-origin")
                .header("Content-Type", "multipart/form-data; boundary=edge")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
  }

  private static String file(String state, boolean checked, String letters) {
    return """
    {"id":"%s","file":"old.xml","bytes":61234,"state":"%s","seen":"seen-1","at":"2026-11-14T08:00:00Z","checked":%s,"letters":[%s],
     "clusters":[{"kind":{"code":"advertising","parameters":{"about":"pharmacy","links":true}},"responses":2,
       "bond":{"code":"same-text","parameters":{"times":2}},
       "reasons":[{"code":"advertising","parameters":{}}],"examples":["%s"]}],
     "responses":24,"live":16,"waiting":8,"leftOut":2,"notes":["One image became a link to it."]}\
    """
        .formatted(ID, state, checked, letters, Desk.json(Desk.HOSTILE));
  }

  private static String letter(String source, boolean alreadyHere) {
    return """
    {"source":"%s","title":"The stairs","addressee":"","date":"2016-11-14T08:00:00Z","words":1800,"responses":24,
     "live":16,"waiting":8,"alreadyHere":%s,"letterId":%s,"slug":null}\
    """
        .formatted(source, alreadyHere, alreadyHere ? "\"abcdefabcdef\"" : null);
  }
}
