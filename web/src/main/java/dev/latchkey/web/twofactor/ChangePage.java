package dev.latchkey.web.twofactor;

import static dev.latchkey.web.page.Pages.page;

import dev.latchkey.web.twofactor.StepUp.Ask;
import dev.latchkey.web.twofactor.TwoFactorChange.Receipt;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** The receipt of a change: shown directly, for the platform tells it this once. */
public final class ChangePage {

  /** What was changed. */
  public enum Change {
    ENABLED,
    REPLACED,
    DISABLED
  }

  /** What the page shows. */
  record View(Change change, @Nullable Receipt receipt, Ask ask) {
    public boolean enabled() {
      return change == Change.ENABLED;
    }

    public boolean replaced() {
      return change == Change.REPLACED;
    }

    public boolean disabled() {
      return change == Change.DISABLED;
    }
  }

  @CheckedTemplate(basePath = "twofactor", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  static final class Templates {
    private Templates() {}

    static native TemplateInstance receipt(View view);
  }

  private ChangePage() {}

  /** The page. */
  public static Response of(Change change, TwoFactorChange answer) {
    return page(Templates.receipt(new View(change, answer.receipt(), Ask.first(false))));
  }
}
