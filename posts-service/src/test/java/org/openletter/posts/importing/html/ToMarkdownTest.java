package org.openletter.posts.importing.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openletter.platform.text.Markdown;

class ToMarkdownTest {

  private final Markdown markdown = new Markdown();

  @Test
  void keepsCapitalsRulesHeadingsListsAndLinks() {
    String body =
        letter(
            """
            <p>YOUR TRUTH IS VALID &amp; mine.</p>
            <hr />
            <h2>HOW YOU CAN HELP:</h2>
            <ul><li>talk to us</li><li>read <a href="https://letters.example/a">this</a></li></ul>
            <ol><li>first</li><li>second</li></ol>
            <blockquote><p>one</p><p>two</p></blockquote>\
            """);

    assertThat(body)
        .isEqualTo(
            """
            YOUR TRUTH IS VALID & mine.

            -----

            ## HOW YOU CAN HELP:

            * talk to us
            * read [this](https://letters.example/a)

            1. first
            2. second

            > one
            >
            > two\
            """);
  }

  @Test
  void takesEmptyLinesForParagraphsWhereThereAreNoElements() {
    assertThat(letter("first line\nsecond line\n\nnext paragraph\n-----\nlast"))
        .isEqualTo("first line  \nsecond line\n\nnext paragraph\n\n-----\n\nlast");
  }

  @Test
  void takesLineEndsForSpacesInsideElementsAndBlocks() {
    assertThat(letter("<p>one\ntwo</p>")).isEqualTo("one two");
    assertThat(letter("<!-- wp:paragraph -->\n<p>one<br>two</p>\n<!-- /wp:paragraph -->"))
        .isEqualTo("one  \ntwo");
  }

  @Test
  void makesLinksOfImagesAndFilmsAndCountsThem() {
    ToMarkdown.Converted converted =
        ToMarkdown.letter(
                "[caption id=\"x\"]<img src='/a.png' alt='A door'> The door[/caption]"
                    + "<iframe src='https://films.example/1'></iframe>",
                "https://letters.example/blog/one",
                List.of())
            .orElseThrow();

    assertThat(converted.markdown())
        .isEqualTo("[A door](https://letters.example/a.png) The door\n\n<https://films.example/1>");
    assertThat(converted.images()).isEqualTo(1);
    assertThat(converted.embeds()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# not a heading",
        "1. not a list",
        "- not a list",
        "> not a quote",
        "*not* _emphasis_ **at** all",
        "snake_case stays and a * b too",
        "`no code`",
        "[no](link) [at]: all",
        "5 < 6 &lt;b&gt; and &amp;amp;",
        "back \\ slash \\* star",
        "wow! <b>yes</b>",
        "~~~ no fence",
        "what\n===",
        "what\n---",
        "<b>\"Hi,\"</b>there",
        "half<b>word</b>s",
        "<i>a</i><i>b</i>"
      })
  void saysTheSameAfterRendering(String html) {
    String wanted = org.jsoup.Jsoup.parseBodyFragment(html.replace("\n", "<br>")).text();
    String body = letter("<p>" + html.replace("\n", "<br>") + "</p>");

    String shown = org.jsoup.Jsoup.parseBodyFragment(markdown.article(body).value()).text();

    assertThat(shown.replace(" ", ""))
        .isEqualTo(wanted.replace(" ", "").replaceAll("[=-]{3}$", ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<a href=\"javascript:alert(1)\">x</a>|x",
        "<a href=\"JaVaScRiPt:alert(1)\">x</a>|x",
        "<a href=\"data:text/html,x\">x</a>|x",
        "<a href=\"https://a.example/?q=(1)\">x</a>|[x](https://a.example/?q=%281%29)",
        "see!<a href=\"https://a.example/\">x</a>|see\\![x](https://a.example/)",
        "<script>alert(1)</script>hello|hello",
        "<svg><a href=\"https://a.example\">x</a></svg>y|y",
      })
  void keepsNothingThatCouldAct(String html, String wanted) {
    assertThat(letter("<p>" + html + "</p>")).isEqualTo(wanted);
  }

  @Test
  void keepsTheLinesAndLinksOfAComment() {
    String text =
        ToMarkdown.comment(
                "Thank you.\nReally.\n\n<b>Do</b> read http://a.example/x_y_z <h2>Now</h2>")
            .orElseThrow()
            .markdown();

    assertThat(text)
        .isEqualTo("Thank you.\nReally.\n\n**Do** read http://a.example/x_y_z\n\n**Now**");
    assertThat(markdown.message(text).value())
        .contains("Thank you.<br />", "href=\"http://a.example/x_y_z\"");
  }

  @Test
  void takesTheTextOfHtmlThatIsNestedWithoutEnd() {
    String body = letter("<div>".repeat(20_000) + "deep" + "</div>".repeat(20_000));

    assertThat(body).isEqualTo("deep");
    assertThat(letter("<blockquote>".repeat(5_000) + "deep")).contains("deep");
    assertThat(letter("<b><i>".repeat(5_000) + "deep")).contains("deep");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "E = mc<sup>2</sup>|E = mc²",
        "H<sub>2</sub>O|H₂O",
        "the 1<sup>st</sup> of May|the 1st of May",
        "x<sup>later</sup>|x^(later)",
        "x<sub>max</sub>|x\\_(max)",
        "<del>all</del> some|~~all~~ some",
        "<s><b>all</b> of it</s>|~~**all** of it~~",
        "Tide<sup id=\"r1\"><a href=\"#f1\">1</a></sup>.|Tide[1].",
        "Twice. <a href=\"#r1\">↩</a>|Twice.",
        "<a href=\"#top\">Above</a> I said|Above I said"
      })
  void keepsWhatMarkdownHasNoMarksFor(String html, String wanted) {
    assertThat(letter("<p>" + html + "</p>")).isEqualTo(wanted);
    assertThat(
            org.jsoup.Jsoup.parseBodyFragment(
                    markdown.article(letter("<p>" + html + "</p>")).value())
                .text())
        .isEqualTo(wanted.replace("*", "").replace("\\", ""));
  }

  @Test
  void keepsTheWordsOfShortcodesAndNamesWhatIsLost() {
    ToMarkdown.Converted converted =
        converted(
            """
            Before [sic] and a[0].

            [caption id="a_1" caption="Ines at the quay"]<img src="/q.jpg" alt="Quay">[/caption]

            [gallery ids="4,5"]

            [embed]https://films.example/w[/embed]

            [clip https://films.example/x]

            [ask-form id="12" title="Write"]

            [big_quote]Quoted words[/big_quote] and [big_quote]more[/big_quote]

            [[gallery]]\
            """);

    assertThat(converted.markdown())
        .isEqualTo(
            """
            Before [sic] and a[0].

            [Quay](https://letters.example/q.jpg) Ines at the quay

            https://films.example/w

            https://films.example/x

            Quoted words and more

            [[gallery]]\
            """);
    assertThat(converted.shortcodes())
        .isEqualTo(Map.of("gallery", 1, "clip", 1, "ask-form", 1, "big_quote", 2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<b>x</b>",
        "<b>x</b> <i>y</i>",
        "<a href='https://a.example/'>x</a>!",
        "<blockquote>",
        "<ul><li>",
        "<div><p>x",
        "<span>",
        "<sup>",
        "<del>",
        "     ",
        "\t \n",
        "<br> ",
        "[x a=1]",
        "[caption ",
        "- - ",
        "&nbsp;",
        "<table><tr><td>"
      })
  void costsNoMoreThanInProportion(String part) {
    long once = steps(part.repeat(4_000) + "end");
    long twice = steps(part.repeat(8_000) + "end");

    assertThat(twice).isLessThanOrEqualTo(2 * once + 20_000);
  }

  @Test
  void givesUpWhatIsMadeToGrow() {
    String lines = "x<br>".repeat(300_000);

    assertThat(
            ToMarkdown.letter("<blockquote>".repeat(40) + lines, "https://a.example/", List.of()))
        .isEmpty();
  }

  private static long steps(String html) {
    return ToMarkdown.letter(html, "https://a.example/", List.of())
        .map(ToMarkdown.Converted::steps)
        .orElse(Cost.MOST);
  }

  private static String letter(String html) {
    return converted(html).markdown();
  }

  private static ToMarkdown.Converted converted(String html) {
    return ToMarkdown.letter(html, "https://letters.example/blog/one", List.of()).orElseThrow();
  }
}
