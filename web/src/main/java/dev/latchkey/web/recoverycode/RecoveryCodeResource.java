package dev.latchkey.web.recoverycode;

import static dev.latchkey.web.page.Pages.again;
import static dev.latchkey.web.page.Pages.page;

import dev.latchkey.web.page.Pages;
import dev.latchkey.web.platform.Proof;
import dev.latchkey.web.platform.Refusal;
import dev.latchkey.web.twofactor.StepUp;
import dev.latchkey.web.twofactor.StepUp.Ask;
import dev.latchkey.web.twofactor.TwoFactorResource;
import dev.latchkey.web.visit.SignedIn;
import dev.latchkey.web.visit.Visit;
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
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code /dashboard/two-factor/recovery-codes}: those that are left, or ten new ones. */
@SignedIn
@Path(RecoveryCodeResource.PATH)
@RunOnVirtualThread
public class RecoveryCodeResource {

  static final String PATH = TwoFactorResource.PATH + "/recovery-codes";

  private static final String FILE = "attachment; filename=\"latchkey-recovery-codes.txt\"";

  /** What is done with the codes once password and code are shown. */
  enum Doing {
    VIEW,
    RENEW
  }

  /** Where the person comes from. */
  enum From {
    ELSEWHERE,
    /** Switching two-factor on: a code has just been shown, and the phone is next. */
    SET_UP,
    /** A sign-in with a recovery code, which is proof enough for a while. */
    RECOVERY;

    static From of(@Nullable String setUp, @Nullable String shown) {
      return setUp != null ? SET_UP : shown != null ? RECOVERY : ELSEWHERE;
    }

    boolean asksForCode() {
      return this == ELSEWHERE;
    }
  }

  /** The page that asks for the proofs. */
  record AskView(Doing doing, From from, Ask ask) {
    public boolean renewing() {
      return doing == Doing.RENEW;
    }

    public boolean setUp() {
      return from == From.SET_UP;
    }

    public boolean shown() {
      return from == From.RECOVERY;
    }

    public String action() {
      return renewing() ? PATH + "/new" : PATH;
    }
  }

  /** The page with the codes. */
  record CodesView(List<String> codes, boolean fresh, boolean setUp, Instant now) {
    /** There were others before. */
    public boolean renewed() {
      return fresh && !setUp;
    }

    public String text() {
      return CodeList.text(codes);
    }

    @Override
    public String toString() {
      return "CodesView[redacted]";
    }
  }

  @CheckedTemplate(basePath = "recoverycode", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  static final class Templates {
    private Templates() {}

    static native TemplateInstance ask(AskView view);

    static native TemplateInstance codes(CodesView view);

    static native TemplateInstance countOnly(int left);
  }

  private final RecoveryCodeApi api;
  private final Visit visit;
  private final StepUp stepUp;
  private final Clock clock;

  RecoveryCodeResource(@RestClient RecoveryCodeApi api, Visit visit, StepUp stepUp, Clock clock) {
    this.api = api;
    this.visit = visit;
    this.stepUp = stepUp;
    this.clock = clock;
  }

  @GET
  public Response askToView() {
    return ask(Doing.VIEW, From.ELSEWHERE);
  }

  @POST
  public Response view(@RestForm @Nullable String password, @RestForm @Nullable String code) {
    try {
      var left = api.view(Proof.password(password), Proof.code(code));
      return page(
          left.recoveryCodes() == null
              ? Templates.countOnly(left.recoveryCodesLeft())
              : Templates.codes(
                  new CodesView(left.recoveryCodes(), false, false, clock.instant())));
    } catch (Refusal refusal) {
      return refused(refusal, Doing.VIEW, From.ELSEWHERE, code);
    }
  }

  @GET
  @Path("/new")
  public Response askToRenew(
      @RestQuery("setup") @Nullable String setUp, @RestQuery @Nullable String shown) {
    return ask(Doing.RENEW, From.of(setUp, shown));
  }

  @POST
  @Path("/new")
  public Response renew(
      @RestForm @Nullable String password,
      @RestForm @Nullable String code,
      @RestForm("setup") @Nullable String setUp,
      @RestForm @Nullable String shown) {
    var from = From.of(setUp, shown);
    try {
      var codes = api.renew(Proof.password(password), Proof.code(code));
      return page(
          Templates.codes(new CodesView(codes, true, from == From.SET_UP, clock.instant())));
    } catch (Refusal refusal) {
      return refused(refusal, Doing.RENEW, from, code);
    }
  }

  private Response ask(Doing doing, From from) {
    if (!visit.account().twoFactorAuthentication()) {
      return Pages.to(TwoFactorResource.PATH);
    }
    return page(Templates.ask(new AskView(doing, from, Ask.first(from.asksForCode()))));
  }

  private Response refused(Refusal refusal, Doing doing, From from, @Nullable String code) {
    if (refusal.is("not_found")) {
      return Pages.to(TwoFactorResource.PATH);
    }
    var ask = stepUp.again(refusal, from.asksForCode(), code);
    return again(Templates.ask(new AskView(doing, from, ask)));
  }
}
