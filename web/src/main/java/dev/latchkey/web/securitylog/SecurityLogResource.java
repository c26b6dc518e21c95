package dev.latchkey.web.securitylog;

import static dev.latchkey.web.page.Pages.page;

import dev.latchkey.web.page.Pages;
import dev.latchkey.web.platform.Refusal;
import dev.latchkey.web.securitylog.SecurityLogApi.Line;
import dev.latchkey.web.signin.BrowserName;
import dev.latchkey.web.visit.SignedIn;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code /dashboard/security-log}: page by page, the latest first. */
@SignedIn
@Path("/dashboard/security-log")
@RunOnVirtualThread
public class SecurityLogResource {

  private static final String ANY_BROWSER = "Mozilla/";
  private static final String MOST = "; max=50";
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  /**
   * What one row shows.
   *
   * @param about details in somebody's own words; empty without any
   * @param ip empty when the platform itself did it, or does not know
   */
  record Row(Instant at, String words, String about, Mark mark, String ip, String client) {
    public boolean check() {
      return mark == Mark.CHECK;
    }

    public boolean newDevice() {
      return mark == Mark.NEW_DEVICE;
    }
  }

  /**
   * What the page shows.
   *
   * @param older the line that the next page begins after; empty on the last page
   */
  record View(List<Row> rows, boolean latest, String older) {}

  @CheckedTemplate(basePath = "securitylog", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  static final class Templates {
    private Templates() {}

    static native TemplateInstance log(View view);
  }

  private final SecurityLogApi api;
  private final Sentences sentences;

  SecurityLogResource(@RestClient SecurityLogApi api, Sentences sentences) {
    this.api = api;
    this.sentences = sentences;
  }

  @GET
  public Response show(@RestQuery @Nullable String after) {
    var seen = after != null && ID.matcher(after).matches() ? after : "";
    try {
      var answer = api.page("id " + (seen.isEmpty() ? "" : "]" + seen) + ".." + MOST);
      var lines = answer.getEntity();
      boolean more = answer.getHeaderString("Next-Range") != null && !lines.isEmpty();
      var rows = lines.stream().map(this::row).toList();
      return page(Templates.log(new View(rows, seen.isEmpty(), more ? lines.getLast().id() : "")));
    } catch (Refusal refusal) {
      if (refusal.is("invalid_params")) {
        // An old link of another account's log: begin at the beginning.
        return Pages.to("/dashboard/security-log");
      }
      throw refusal;
    }
  }

  private Row row(Line line) {
    return new Row(
        line.createdAt(),
        sentences.of(line),
        sentences.about(line),
        Mark.of(line),
        line.ip() == null ? "" : line.ip(),
        client(line.client()));
  }

  /** Browsers are long-winded and all called Mozilla; other programs name themselves. */
  private static String client(@Nullable String agent) {
    if (agent == null) {
      return "";
    }
    return agent.startsWith(ANY_BROWSER) ? BrowserName.of(agent) : agent;
  }
}
