package dev.latchkey.web.visit;

import dev.latchkey.web.account.AccountApi;
import dev.latchkey.web.page.Pages;
import dev.latchkey.web.platform.Refusal;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Asks the platform at each click whether the session lives, so that one that was ended elsewhere
 * shows nothing more, not even a page without data.
 */
@SignedIn
@Provider
@Priority(1200)
@ApplicationScoped // A proxy: JAX-RS wants its filters before there is configuration.
public class SignedInFilter implements ContainerRequestFilter {

  private final AccountApi accounts;
  private final Visit visit;
  private final Pages pages;

  public SignedInFilter(@RestClient AccountApi accounts, Visit visit, Pages pages) {
    this.accounts = accounts;
    this.visit = visit;
    this.pages = pages;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    boolean page = request.getMethod().equals(HttpMethod.GET);
    var next = page ? Next.of(request.getUriInfo()) : Next.HOME;
    if (visit.session().isEmpty()) {
      request.abortWith(Pages.toSignIn(next));
      return;
    }
    try {
      visit.belongsTo(accounts.mine());
    } catch (Refusal refusal) {
      if (!refusal.is("unauthorized")) {
        throw refusal;
      }
      request.abortWith(pages.toSignInAgain(next));
    }
  }
}
