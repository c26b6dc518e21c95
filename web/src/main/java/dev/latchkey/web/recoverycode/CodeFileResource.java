package dev.latchkey.web.recoverycode;

import dev.latchkey.web.page.Moments;
import dev.latchkey.web.visit.SignedIn;
import dev.latchkey.web.visit.Visit;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** {@code /dashboard/two-factor/recovery-codes/file}: the codes to keep. */
@SignedIn
@Path(RecoveryCodeResource.PATH + "/file")
@RunOnVirtualThread
public class CodeFileResource {

  private static final String FILE = "attachment; filename=\"latchkey-recovery-codes.txt\"";

  private final Visit visit;
  private final RecoveryCodeMessages messages;
  private final Clock clock;

  CodeFileResource(Visit visit, RecoveryCodeMessages messages, Clock clock) {
    this.visit = visit;
    this.messages = messages;
    this.clock = clock;
  }

  /**
   * The codes of the page that was shown, as a file. They come from the page itself: nothing is
   * kept here, and nobody has to prove anything once more for what they are looking at.
   */
  @POST
  public Response file(@RestForm @Nullable String codes) {
    var list = String.join("\r\n", CodeList.parse(codes));
    var text =
        messages.fileLead(visit.account().email(), Moments.minute(clock.instant()))
            + "\r\n\r\n"
            + list
            + "\r\n";
    return Response.ok(text, MediaType.TEXT_PLAIN_TYPE.withCharset("utf-8"))
        .header(HttpHeaders.CONTENT_DISPOSITION, FILE)
        .build();
  }
}
