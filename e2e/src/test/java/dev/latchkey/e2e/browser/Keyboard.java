package dev.latchkey.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.Map;

/** Somebody without a mouse, who sees at each step where they are (WCAG 2.4.7 and 2.4.11). */
record Keyboard(Page page) {

  private static final int FAR = 60;

  private static final String FOCUS =
      """
      () => {
        const it = document.activeElement;
        const box = it.getBoundingClientRect();
        const style = getComputedStyle(it);
        const label = it.labels?.[0]?.textContent ?? it.getAttribute("aria-label") ?? it.textContent;
        return {
          name: label.trim().replace(/\\s+/g, " "),
          ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
          inside: box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth
        };
      }
      """;

  /** Tab, until it is there. */
  @CanIgnoreReturnValue
  Keyboard tabTo(String name) {
    var passed = new ArrayList<String>();
    for (int i = 0; i < FAR; i++) {
      page.keyboard().press("Tab");
      var focus = (Map<?, ?>) page.evaluate(FOCUS);
      var here = String.valueOf(focus.get("name"));
      assertThat(focus.get("ring")).as("the focus on '%s' is seen", here).isEqualTo(true);
      assertThat(focus.get("inside")).as("'%s' is in the window", here).isEqualTo(true);
      if (here.equals(name)) {
        return this;
      }
      passed.add(here);
    }
    throw new AssertionError(name + " is not reached by Tab: " + passed);
  }

  @CanIgnoreReturnValue
  Keyboard type(String text) {
    page.keyboard().type(text);
    return this;
  }

  @CanIgnoreReturnValue
  Keyboard press(String key) {
    page.keyboard().press(key);
    return this;
  }
}
