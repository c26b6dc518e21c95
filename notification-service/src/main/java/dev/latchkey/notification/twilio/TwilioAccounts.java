package dev.latchkey.notification.twilio;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The accounts that are configured, the first one first; there may be none. */
@Startup
@Singleton
public final class TwilioAccounts {

  private static final Logger log = Logger.getLogger(TwilioAccounts.class);
  private static final Set<String> LOOPBACK = Set.of("localhost", "0.0.0.0", "[::1]", "[::]");

  private final List<TwilioAccount> accounts = new ArrayList<>();

  /**
   * Reads the configuration.
   *
   * @throws IllegalStateException when an account is configured by half, or would send what it has
   *     to send to another server than Twilio's where real people use the product
   */
  TwilioAccounts(TwilioConfig config, @ConfigProperty(name = "latchkey.public-url") URI publicUrl) {
    add("twilio", config.twilio(), config, publicUrl);
    add("second", config.second(), config, publicUrl);
    if (accounts.isEmpty()) {
      log.warn("no SMS gateway is configured: every SMS fails with no_gateway");
    }
  }

  /** All of them, in the order in which they are asked. */
  public List<TwilioAccount> all() {
    return List.copyOf(accounts);
  }

  /** True when one of the accounts has signed this callback. */
  public boolean signed(String url, Map<String, String> form, String signature) {
    return accounts.stream().anyMatch(account -> account.signed(url, form, signature));
  }

  private void add(String name, TwilioConfig.Account account, TwilioConfig config, URI publicUrl) {
    if (account.accountSid().isEmpty()) {
      return;
    }
    demand(
        account.authToken().isPresent(), name, "has no auth token: callbacks are signed with it");
    demand(
        account.apiKeySid().isPresent() == account.apiKeySecret().isPresent(),
        name,
        "has half an API key");
    demand(
        account.from().isPresent() != account.messagingServiceSid().isPresent(),
        name,
        "needs a sender or a messaging service, and not both");
    account
        .url()
        .ifPresent(url ->
            demand(
                real(url) || !real(publicUrl),
                name,
                "must speak https with a server that is not this machine"));
    accounts.add(new TwilioAccount(name, account, config.timeout()));
  }

  /** Only a product that is itself at home on this machine may have a stand-in for Twilio there. */
  private static boolean real(URI url) {
    var host = url.getHost();
    return "https".equals(url.getScheme())
        && host != null
        && !host.startsWith("127.")
        && !LOOPBACK.contains(host);
  }

  private static void demand(boolean held, String name, String complaint) {
    if (!held) {
      throw new IllegalStateException("latchkey.sms.%s %s".formatted(name, complaint));
    }
  }
}
