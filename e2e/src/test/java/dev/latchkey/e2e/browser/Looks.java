package dev.latchkey.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * How a page looks: to people, in two widths and two colour schemes, of which pictures are kept
 * when somebody asks for them; and to axe-core, which knows WCAG 2.2 AA as far as a program can.
 */
record Looks(Page page, Path screenshots) {

  static final int DESK_WIDTH = 1280;
  static final int HEIGHT = 900;
  private static final int PHONE_WIDTH = 390;

  /** Pictures are for people to look at, and take as long as all checks of a page together. */
  private static final boolean PICTURES = Boolean.getBoolean("latchkey.e2e.pictures");

  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  private static final String AXE =
      """
      async rules => {
        const found = await axe.run(document, {
          runOnly: {type: "tag", values: rules},
          rules: {"target-size": {enabled: true}},
          resultTypes: ["violations"]
        });
        return found.violations.flatMap(rule => rule.nodes.map(node =>
          rule.id + ": " + node.html + " " + node.failureSummary));
      }
      """;

  /**
   * What sticks out of the window, or has more words than room; tables may scroll by themselves.
   */
  private static final String CUT_OFF =
      """
      () => [...document.querySelectorAll("button, .button, input, select, textarea, h1, h2, .badge")]
        .filter(it => it.checkVisibility() && it.type !== "hidden" && !it.closest(".visually-hidden"))
        .filter(it => {
          const box = it.getBoundingClientRect();
          const words = it.matches("button, .button, .badge") && it.scrollWidth > it.clientWidth + 1;
          return box.left < 0 || box.right > innerWidth || words;
        })
        .map(it => it.outerHTML)
      """;

  /** Good in both widths and schemes. */
  void areGood(String name) {
    page.evaluate(AxeBuilder.getAxeScript());
    assertThat(page.locator("h1").count()).as("headings of the first order").isEqualTo(1);
    assertThat(page.title()).endsWith(" – Latchkey");
    keepsSecretsFromScripts();
    for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      for (int width : new int[] {DESK_WIDTH, PHONE_WIDTH}) {
        page.setViewportSize(width, HEIGHT);
        var picture = "%s-%d-%s".formatted(name, width, scheme.name().toLowerCase(Locale.ROOT));
        if (PICTURES) {
          keep(picture);
        }
        assertThat(
                strings(
                    "() => scrollX || document.documentElement.scrollWidth > innerWidth ? ['the page'] : []"))
            .as("%s is wider than the window", picture)
            .isEmpty();
        assertThat(strings(CUT_OFF)).as("%s cuts off", picture).isEmpty();
        assertThat((List<?>) page.evaluate(AXE, RULES)).as("axe-core on %s", picture).isEmpty();
      }
    }
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    page.setViewportSize(DESK_WIDTH, HEIGHT);
  }

  /** A picture of the whole page. */
  void keep(String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setFullPage(true).setPath(screenshots.resolve(name + ".png")));
  }

  /** What a script of a stranger would find, should one ever run here. */
  private void keepsSecretsFromScripts() {
    assertThat(
            page.evaluate(
                "document.cookie + Object.keys(localStorage) + Object.keys(sessionStorage)"))
        .as("what scripts can read")
        .isEqualTo("");
    var source = page.content();
    for (Cookie cookie : page.context().cookies()) {
      assertThat(source).as("the page holds " + cookie.name).doesNotContain(cookie.value);
    }
  }

  private List<?> strings(String script) {
    return (List<?>) page.evaluate(script);
  }
}
