package dev.latchkey.web.platform;

import dev.latchkey.web.visit.Visit;
import jakarta.inject.Singleton;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;

/**
 * Puts on each request to the platform whose it is: the visitor's session, unless the call brings a
 * credential of its own; the browser's device, so that strangers who use the budget of passwords up
 * stop nobody who is known; and, under our credential, where the visitor is, so that limits and
 * notices tell of them and not of us.
 */
@Singleton
public class Asking implements ClientRequestFilter {

  private static final String WEB = "Latchkey-Web";
  private static final String CLIENT_IP = "Latchkey-Client-Ip";
  private static final String CLIENT_AGENT = "Latchkey-Client-Agent";
  private static final String CHALLENGE = "Latchkey-Challenge";
  private static final String DEVICE = "Latchkey-Device";

  private final Visit visit;
  private final WebCredential credential;

  Asking(Visit visit, WebCredential credential) {
    this.visit = visit;
    this.credential = credential;
  }

  @Override
  public void filter(ClientRequestContext request) {
    var headers = request.getHeaders();
    if (!headers.containsKey(HttpHeaders.AUTHORIZATION) && !headers.containsKey(CHALLENGE)) {
      visit
          .session()
          .ifPresent(token -> headers.putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + token));
    }
    visit.device().ifPresent(token -> headers.putSingle(DEVICE, token));
    if (!visit.ip().isEmpty()) {
      headers.putSingle(WEB, "Bearer " + credential.text());
      headers.putSingle(CLIENT_IP, visit.ip());
      headers.putSingle(CLIENT_AGENT, visit.agent());
    }
  }
}
