package dev.latchkey.bench;

import dev.latchkey.contracts.identity.Headers;
import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.http.Call;
import dev.latchkey.kit.identity.ServiceCredential;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** What services ask each other before each request, at the doors that no route leads to. */
public final class Inside {

  private static final String GATEWAY = "gateway";
  private static final String AUTH = "auth-service";
  private static final String TOKEN = "token-service";

  private final Running platform;
  private final Api auth;
  private final Api token;
  private final ServiceCredential ofGateway;
  private final ServiceCredential ofAuth;

  public Inside(Running platform) {
    this.platform = platform;
    auth = door(AUTH);
    token = door(TOKEN);
    ofGateway = credential(GATEWAY);
    ofAuth = credential(AUTH);
  }

  /** Who a request with this session, API key or authorization is: the gateway asks the edge. */
  public Call check(String presented) {
    return auth.get("/internal/edge/account")
        .bearer(presented)
        .header(Headers.SERVICE, "Bearer " + ofGateway.forCallee(AUTH));
  }

  /** Whose this authorization is: the edge asks token-service. */
  public Call introspect(String presented) {
    return token
        .post("/internal/introspect")
        .bearer(ofAuth.forCallee(TOKEN))
        .json(Map.of("token", presented, "ip", "127.0.0.1", "client", "bench"));
  }

  private Api door(String service) {
    return new Api(URI.create("http://127.0.0.1:" + platform.port(service + ".internal")));
  }

  private ServiceCredential credential(String service) {
    return new ServiceCredential(service, Optional.of(platform.secret(service + ".key")));
  }
}
