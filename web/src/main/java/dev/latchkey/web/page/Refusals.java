package dev.latchkey.web.page;

import dev.latchkey.web.platform.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Pages for what no form shows. Says nothing of how it came about: that is in the log. */
@ApplicationScoped // A proxy: JAX-RS wants its filters before there is configuration.
class Refusals {

  private static final Logger log = Logger.getLogger(Refusals.class);
  private static final int TOO_MANY = 429;

  private final Pages pages;
  private final Wording wording;
  private final ProblemMessages messages;

  Refusals(Pages pages, Wording wording, ProblemMessages messages) {
    this.pages = pages;
    this.wording = wording;
    this.messages = messages;
  }

  @ServerExceptionMapper
  public Response refused(Refusal refusal) {
    if (refusal.is("unauthorized")) {
      return pages.toSignInAgain();
    }
    var title =
        switch (refusal.status()) {
          case 404 -> messages.noPageTitle();
          case TOO_MANY -> messages.tooManyTitle();
          default -> messages.brokenTitle();
        };
    return Pages.notice(refusal.status(), title, wording.of(refusal));
  }

  @ServerExceptionMapper
  public Response away(ProcessingException away) {
    log.warnf("platform not reached outcome=unavailable cause=%s", away.getCause());
    return Pages.notice(
        Status.SERVICE_UNAVAILABLE.getStatusCode(), messages.brokenTitle(), messages.unavailable());
  }

  @ServerExceptionMapper
  public Response framework(WebApplicationException refusal) {
    int status = refusal.getResponse().getStatus();
    return status == Status.NOT_FOUND.getStatusCode()
        ? Pages.notice(status, messages.noPageTitle(), messages.noPage())
        : Pages.notice(status, messages.brokenTitle(), messages.foreignForm());
  }

  @ServerExceptionMapper
  public Response broken(Throwable broken) {
    log.error("page broken outcome=internal_error", broken);
    return Pages.notice(
        Status.INTERNAL_SERVER_ERROR.getStatusCode(),
        messages.brokenTitle(),
        messages.unavailable());
  }
}
