package dev.latchkey.web.authorization;

import static dev.latchkey.web.page.Pages.again;
import static dev.latchkey.web.page.Pages.page;

import dev.latchkey.web.page.Fault;
import dev.latchkey.web.page.Pages;
import dev.latchkey.web.page.Wording;
import dev.latchkey.web.platform.Proof;
import dev.latchkey.web.platform.Refusal;
import dev.latchkey.web.visit.SignedIn;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code /dashboard/applications}: everything that was given a token, and another one for more. */
@SignedIn
@Path("/dashboard/applications")
@RunOnVirtualThread
public class ApplicationResource {

  /**
   * What the page shows.
   *
   * @param older the last one of this part of the list, when it goes on; else null
   * @param first whether this is the list's beginning
   * @param open whether the panel for a new one is there
   * @param done what has just been done; empty for nothing
   */
  record View(
      List<Authorization> authorizations,
      @Nullable UUID older,
      boolean first,
      Instant now,
      boolean open,
      String done,
      NewAuthorization form,
      Fault fault) {}

  @CheckedTemplate(
      basePath = "authorization",
      defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  static final class Templates {
    private Templates() {}

    static native TemplateInstance list(View view);
  }

  private final ApplicationApi api;
  private final Wording wording;
  private final ApplicationMessages messages;
  private final Clock clock;

  ApplicationResource(
      @RestClient ApplicationApi api, Wording wording, ApplicationMessages messages, Clock clock) {
    this.clock = clock;
    this.api = api;
    this.wording = wording;
    this.messages = messages;
  }

  @GET
  public Response show(@RestQuery @Nullable UUID after, @RestQuery @Nullable String done) {
    try {
      return page(list(after, false, done, NewAuthorization.BLANK, Fault.NONE));
    } catch (Refusal refusal) {
      if (after != null && refusal.is("requested_range_not_satisfiable")) {
        // The one that the page before ended with was revoked meanwhile.
        return Pages.to("/dashboard/applications");
      }
      throw refusal;
    }
  }

  @GET
  @Path("/new")
  public Response begin() {
    return page(list(null, true, null, NewAuthorization.BLANK, Fault.NONE));
  }

  @POST
  @Path("/new")
  public Response make(
      @RestForm @Nullable String description,
      @RestForm @Nullable String scope,
      @RestForm @Nullable String expiry,
      @RestForm @Nullable String until,
      @RestForm @Nullable String code) {
    var typed = NewAuthorization.typed(description, scope, expiry, until);
    if (typed.description().isEmpty()) {
      return refused(typed, Fault.at("description", messages.descriptionNeeded()));
    }
    if (!typed.scopeChosen()) {
      return refused(typed, Fault.at("scope", messages.scopeNeeded()));
    }
    return switch (Expiry.read(typed.expiry(), typed.until(), clock.instant())) {
      case Expiry.Never never -> make(typed, null, code);
      case Expiry.After after -> make(typed, after.time().toSeconds(), code);
      case Expiry.NoDate none -> refused(typed, Fault.at("until", messages.dateNeeded()));
      case Expiry.Past past -> refused(typed, Fault.at("until", messages.datePast()));
      case Expiry.TooFar far -> refused(typed, Fault.at("until", messages.dateTooFar()));
    };
  }

  private Response make(NewAuthorization typed, @Nullable Long seconds, @Nullable String code) {
    var wish = new ApplicationApi.Wish(typed.description(), List.of(typed.scope()), seconds);
    try {
      var made = api.make(Proof.code(code), wish);
      return AuthorizationResource.tokenOnce(made, false, clock.instant());
    } catch (Refusal refusal) {
      return refused(
          typed, Fault.ofStepUp(refusal.orThrow(), code, wording, "description", "scope", "code"));
    }
  }

  private Response refused(NewAuthorization typed, Fault fault) {
    return again(list(null, true, null, typed, fault));
  }

  private TemplateInstance list(
      @Nullable UUID after,
      boolean open,
      @Nullable String done,
      NewAuthorization form,
      Fault fault) {
    var part = Part.read(api.list(Part.range(after)));
    return Templates.list(
        new View(
            part.authorizations(),
            part.older(),
            after == null,
            clock.instant(),
            open,
            done == null ? "" : done,
            form,
            fault));
  }
}
