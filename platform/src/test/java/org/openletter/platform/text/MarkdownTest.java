package org.openletter.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

  private final Markdown markdown = new Markdown();

  @Test
  void keepsWhatALetterIsMadeOf() {
    String html =
        markdown
            .article(
                """
                I ask you.

                -----

                ## HOW YOU CAN HELP:

                - listen
                - *answer*

                > a quote

                [a source](https://source.example/a?b=1&c=2)
                """)
            .value();

    assertThat(html)
        .contains("<hr", "<h2>HOW YOU CAN HELP:</h2>", "<li>listen</li>", "<em>answer</em>")
        .contains("<blockquote>", "href=\"https://source.example/a?b&#61;1&amp;c&#61;2\"")
        .contains("rel=\"nofollow ugc noopener noreferrer\"");
  }

  @Test
  void headingsOfALetterStartBelowItsTitle() {
    assertThat(markdown.article("# Big\n\n##### Small").value())
        .contains("<h2>Big</h2>", "<h4>Small</h4>");
  }

  @Test
  void aCommentHasNoHeadingsRulesOrImages() {
    String html =
        markdown.message("# Shout\n\n---\n\n![alt words](https://img.example/x.png)").value();

    assertThat(html).doesNotContain("<h", "<img").contains("# Shout", ">alt words</a>");
  }

  @Test
  void aLineEndInACommentIsALineEnd() {
    assertThat(markdown.message("one\ntwo").value()).contains("one<br />");
  }

  @Test
  void bareAddressesBecomeLinks() {
    assertThat(markdown.message("see https://source.example/a.").value())
        .contains("href=\"https://source.example/a\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>",
        "<details open ontoggle=alert(1)>",
        "[a](javascript:alert(1))",
        "[a](JaVa\tScript:alert(1))",
        "[a](&#106;avascript:alert(1))",
        "[a](data:text/html;base64,PHNjcmlwdD4=)",
        "[a](vbscript:x)",
        "![a](javascript:alert(1))",
        "<https://x'y onmouseover=alert(1)>",
        "[a](https://a.test/ \"x\" onclick=alert(1))",
        "> <blockquote cite=\"\n> onfocus=alert(1) autofocus\">",
        "```\" onload=alert(1)\n<b>\n```",
        "<math><mtext><style><img src=x onerror=alert(1)>",
        "<form id=config><input name=attributes>",
        "<a href=https://a.test target=_top style=position:fixed id=x>a</a>",
      })
  void hostileMarkupBecomesText(String hostile) {
    for (SafeHtml html : List.of(markdown.article(hostile), markdown.message(hostile))) {
      String tags = html.value().replaceAll(">[^<]*", ">");
      assertThat(tags)
          .doesNotContainPattern("(?i)<(script|img|svg|style|form|input|details|math)")
          .doesNotContainPattern("(?i)\\son[a-z]+\\s*=")
          .doesNotContainPattern("(?i)(javascript|vbscript|data):")
          .doesNotContainPattern("(?i)\\s(id|style|class|target|name)=");
    }
  }

  @Test
  void bombsStayTextAndDoNotOverflow() {
    for (String bomb :
        List.of(
            "[".repeat(10_000),
            "*a_".repeat(10_000),
            "> ".repeat(5_000) + "deep",
            "- ".repeat(5_000) + "deep",
            "`".repeat(10_001),
            "**".repeat(8_000) + "x" + "**".repeat(8_000),
            "![".repeat(6_000) + "](".repeat(6_000))) {
      assertThat(markdown.article(bomb).value().length()).isLessThan(20 * bomb.length() + 1000);
      assertThat(markdown.message(bomb).value()).isNotNull();
      assertThat(markdown.excerpt(bomb, 200)).isNotNull();
    }
  }

  @Test
  void nothingRandomLeavesTheAllowedElements() {
    Random random = new Random(20261114);
    String alphabet = "<>\"'&;:=/\\ \n\t()[]!#*_`-+.ajsconrefhtp0x{}$\u0000\u2028\u202e😀";
    int[] points = alphabet.codePoints().toArray();
    for (int round = 0; round < 2_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(200); i > 0; i--) {
        text.appendCodePoint(points[random.nextInt(points.length)]);
      }
      assertThat(markdown.article(text.toString()).value())
          .as("seed 20261114, round %d: %s", round, text)
          .doesNotContainPattern(
              "<(?!!-- -->|/?(p|br|em|strong|blockquote|ul|ol|li|code|pre|hr|h2|h3|h4|a)[ />])");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[https://bank.example](https://evil.example/a)|evil.example",
        "[www.bank.example/login](https://evil.example)|evil.example",
        "[bank.example](http://evil.example:8080/x)|evil.example",
        "[Bank\u200b.example](https://evil.example)|evil.example",
        "[bank．example](https://evil.example)|evil.example",
        "[see https://bank.example here](https://evil.example)|evil.example",
        "[*bank*.example](https://evil.example)|evil.example",
        "[`bank.example`](https://evil.example)|evil.example",
        "[help@bank.example](mailto:help@evil.example)|evil.example",
        "[bank.example](mailto:a@evil.example)|evil.example",
        "https://bank.example@evil.example/|evil.example",
        "<https://bank.example@evil.example/>|evil.example",
        "![https://bank.example](https://evil.example/a.png)|evil.example",
        "[https://bank.example](https:\\\\evil.example)|evil.example",
        "[bücher.example](https://xn--bank-abc.example)|xn--bank-abc.example",
      })
  void saysWhereALinkLeadsThatNamesAnotherAddress(String source, String end) {
    for (SafeHtml html : List.of(markdown.article(source), markdown.message(source))) {
      assertThat(html.value()).contains("</a> (leads to " + end + ")");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[https://bank.example](https://bank.example/a)",
        "[bank.example](https://www.bank.example/)",
        "[www.bank.example.](https://bank.example)",
        "[bücher.example](https://xn--bcher-kva.example)",
        "[what they wrote](https://paper.example/2026/11)",
        "[page 3.14](https://paper.example)",
        "[e. g. this](https://paper.example)",
        "https://bank.example/a",
        "[help@bank.example](mailto:help@bank.example)",
      })
  void saysNothingOfALinkThatMisleadsNobody(String source) {
    assertThat(markdown.article(source).value()).contains("<a ").doesNotContain("(leads");
  }

  @Test
  void marksThatTurnTextAroundNeverReachAPage() {
    for (String turned :
        List.of("a\u202Eb", "a&#x202E;b", "`a\u2066b`", "[a&#8238;](https://a.test)")) {
      assertThat(markdown.article(turned).value() + markdown.message(turned).value())
          .doesNotContain("\u202E", "\u2066", "&#8238;", "&#x202e;");
    }
    assertThat(markdown.article("```\na\u202Eb\n```").value()).contains("ab");
    assertThat(markdown.message("a" + "&#x301;".repeat(500)).value().length()).isLessThan(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[](http://a)",
        "&nbsp;",
        "&#x200b; &#x3164;",
        "[&nbsp;](http://a) **\u200b**",
        "> ",
        "- \n- ",
        "---",
        "#",
        "&#x301;",
        "[a]: http://a",
      })
  void seesWhenAReaderWouldSeeNothing(String source) {
    assertThat(markdown.blank(source)).isTrue();
    assertThat(markdown.blank(source + "\n\nx")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "[a](http://a)", "`a`", "![](http://a)", "👍", "<b>", "```\na\n```"})
  void seesWhenAReaderWouldSeeSomething(String source) {
    assertThat(markdown.blank(source)).isFalse();
  }

  @Test
  void excerptsAreCutBetweenWords() {
    assertThat(markdown.excerpt("## Title\n\nYou *wrote* on Monday that it stops.", 24))
        .isEqualTo("Title You wrote on…");
    assertThat(markdown.excerpt("Short.", 24)).isEqualTo("Short.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "# Lamps\\n\\nThey are out.|Lamps They are out.",
        "Lamps\\n===\\nThey are out.|Lamps They are out.",
        "- one\\n- two\\n* three|one two three",
        "1. one\\n2. two\\n   - below|one two below",
        "> You said *so*.\\n>> Then.|You said so. Then.",
        "Above\\n\\n-----\\n\\nbelow|Above below",
        "See [our street](https://lamps.example/a) now|See our street now",
        "<https://lamps.example/a>|https://lamps.example/a",
        "![a lamp](https://lamps.example/a.png)|a lamp",
        "![](https://lamps.example/a.png)|https://lamps.example/a.png",
        "`a - b` and\\n```\\n# c\\n```|a - b and # c",
        "2021\\. A year|2021. A year",
        "a\\\\nb|a b",
        "**Dear** all, 5 > 3 &amp; 1. first|Dear all, 5 > 3 & 1. first",
        "<b>Dear</b> all|<b>Dear</b> all",
        "a&#x202e;b|ab"
      })
  void excerptsAreWhatAReaderSees(String source, String seen) {
    assertThat(markdown.excerpt(source.replace("\\n", "\n"), 200)).isEqualTo(seen);
  }

  @Test
  void countsWordsAsAReaderDoes() {
    assertThat(markdown.words("Don't count - or ##, count well-known words.")).isEqualTo(6);
    assertThat(markdown.words("")).isZero();
  }
}
