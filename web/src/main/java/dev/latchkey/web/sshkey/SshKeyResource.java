package dev.latchkey.web.sshkey;

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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code /dashboard/ssh-keys}: the keys for Git. */
@SignedIn
@Path("/dashboard/ssh-keys")
@RunOnVirtualThread
public class SshKeyResource {

  private static final String LIST = "/dashboard/ssh-keys";
  private static final String FIELD = "public_key";

  /** As many as the API gives at once. */
  private static final String ALL = "id ..; max=1000";

  /**
   * What the page shows.
   *
   * @param open whether the panel for a new one is there
   * @param typed what was typed as the new one
   */
  record View(List<SshKey> keys, boolean open, String done, String typed, Fault fault) {}

  @CheckedTemplate(basePath = "sshkey", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  static final class Templates {
    private Templates() {}

    static native TemplateInstance list(View view);

    static native TemplateInstance remove(SshKey key, Fault fault);
  }

  private final SshKeyApi api;
  private final Wording wording;
  private final SshKeyMessages messages;

  SshKeyResource(@RestClient SshKeyApi api, Wording wording, SshKeyMessages messages) {
    this.api = api;
    this.wording = wording;
    this.messages = messages;
  }

  @GET
  public Response show(@RestQuery @Nullable String done) {
    return page(list(false, done == null ? "" : done, "", Fault.NONE));
  }

  @GET
  @Path("/new")
  public Response begin() {
    return page(list(true, "", "", Fault.NONE));
  }

  @POST
  @Path("/new")
  public Response add(
      @RestForm(FIELD) @Nullable String publicKey, @RestForm @Nullable String code) {
    var typed = publicKey == null ? "" : publicKey.strip();
    if (typed.contains("PRIVATE KEY")) {
      // It is neither sent on nor shown again: from here it goes nowhere.
      return refused("", Fault.at(FIELD, messages.privateKey()));
    }
    if (typed.isEmpty()) {
      return refused("", Fault.at(FIELD, messages.keyNeeded()));
    }
    try {
      api.add(Proof.code(code), new SshKeyApi.NewKey(typed));
      return Pages.to(LIST, "added");
    } catch (Refusal refusal) {
      return refused(typed, Fault.ofStepUp(refusal.orThrow(), code, wording, FIELD, "code"));
    }
  }

  @GET
  @Path("/{id}/remove")
  public Response beforeRemoval(@RestPath UUID id) {
    return page(Templates.remove(api.one(id), Fault.NONE));
  }

  @POST
  @Path("/{id}/remove")
  public Response remove(@RestPath UUID id, @RestForm @Nullable String code) {
    try {
      api.remove(id, Proof.code(code));
    } catch (Refusal refusal) {
      if (!refusal.is("not_found")) {
        return again(
            Templates.remove(
                api.one(id), Fault.ofStepUp(refusal.orThrow(), code, wording, "code")));
      }
      // Somebody was faster: what was wanted is so.
    }
    return Pages.to(LIST, "removed");
  }

  private Response refused(String typed, Fault fault) {
    return again(list(true, "", typed, fault));
  }

  private TemplateInstance list(boolean open, String done, String typed, Fault fault) {
    return Templates.list(new View(api.list(ALL), open, done, typed, fault));
  }
}
