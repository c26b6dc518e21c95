package dev.latchkey.notification.sms;

import dev.latchkey.contracts.id.MessageId;
import dev.latchkey.kit.problem.CommonProblem;
import dev.latchkey.kit.problem.TimeLimit;
import dev.latchkey.notification.PatienceConfig;
import dev.latchkey.notification.delivery.Report;
import dev.latchkey.notification.delivery.Reporting;
import dev.latchkey.notification.twilio.TwilioAccounts;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Hears from Twilio what became of a text. Anybody can knock; only a signature is believed. */
@Cancellable(false)
@Path(Callbacks.PATH)
@ApplicationScoped
public class TwilioStatusResource {

  private final TwilioAccounts accounts;
  private final Callbacks callbacks;
  private final Reporting reporting;
  private final PatienceConfig patience;

  TwilioStatusResource(
      TwilioAccounts accounts, Callbacks callbacks, Reporting reporting, PatienceConfig patience) {
    this.accounts = accounts;
    this.callbacks = callbacks;
    this.reporting = reporting;
    this.patience = patience;
  }

  /** Notes it; what is no news, or of a text that nobody knows, is answered alike. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(operationId = "noteTextStatus", summary = "What became of an SMS (Twilio only)")
  @APIResponse(responseCode = "204", description = "noted, or no news")
  @APIResponse(responseCode = "403", ref = "Problem403")
  public Uni<Response> note(
      @QueryParam(Callbacks.MESSAGE) @Nullable String message,
      @HeaderParam("X-Twilio-Signature") @Nullable String signature,
      @Nullable MultivaluedMap<String, String> form) {
    var id = message(message);
    if (id == null || signature == null || form == null) {
      return forged();
    }
    var told = single(form);
    if (told.size() != form.size()
        || !accounts.signed(callbacks.of(id).toString(), told, signature)) {
      return forged();
    }
    return TimeLimit.on(note(id, told), patience.store())
        .replaceWith(() -> Response.noContent().build());
  }

  private Uni<Void> note(MessageId id, Map<String, String> told) {
    var text = told.get("MessageSid");
    var report = report(told);
    return text == null || report == null
        ? Uni.createFrom().voidItem()
        : reporting.report(id, text, report);
  }

  private static @Nullable MessageId message(@Nullable String text) {
    try {
      return text == null ? null : new MessageId(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** Null for a status that tells us nothing. */
  private static @Nullable Report report(Map<String, String> told) {
    return switch (told.getOrDefault("MessageStatus", "")) {
      case "accepted", "scheduled", "queued", "sending", "sent" -> new Report.OnItsWay();
      case "delivered", "read" -> new Report.Arrived();
      case "undelivered", "failed", "canceled" ->
          new Report.Lost(Reasons.undelivered(code(told.getOrDefault("ErrorCode", ""))));
      default -> null;
    };
  }

  private static int code(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** Parameters that come once; Twilio sends none twice. */
  private static Map<String, String> single(MultivaluedMap<String, String> form) {
    var single = new HashMap<String, String>();
    form.forEach((name, values) -> {
      if (values.size() == 1) {
        single.put(name, values.getFirst());
      }
    });
    return single;
  }

  private static Uni<Response> forged() {
    return Uni.createFrom().item(() -> CommonProblem.FORBIDDEN.problem().response());
  }
}
