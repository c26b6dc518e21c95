package dev.latchkey.notification.twilio;

import com.twilio.exception.ApiException;
import com.twilio.exception.TwilioException;
import com.twilio.http.NetworkHttpClient;
import com.twilio.http.TwilioRestClient;
import com.twilio.security.RequestValidator;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.jboss.logging.Logger;

/** One account at Twilio, with the sender that texts come from. Its requests block. */
public final class TwilioAccount {

  private static final Logger log = Logger.getLogger(TwilioAccount.class);

  private static final int BAD_REQUEST = 400;
  private static final int TOO_MANY = 429;
  private static final int SERVER_ERROR = 500;
  private static final int BAD_GATEWAY = 502;
  private static final int GATEWAY_TIMEOUT = 504;
  private static final int MOST_CONNECTIONS = 8;

  /** Somebody waits at a page for what a number is. */
  private static final Duration QUICK = Duration.ofMillis(1200);

  private final String name;
  private final TwilioConfig.Account config;
  private final NetworkHttpClient patient;
  private final NetworkHttpClient quick;
  private final RequestValidator signatures;

  TwilioAccount(String name, TwilioConfig.Account config, Duration silence) {
    this.name = name;
    this.config = config;
    this.patient = Network.client(silence, MOST_CONNECTIONS, config.url());
    this.quick = Network.client(QUICK, MOST_CONNECTIONS, config.url());
    this.signatures = new RequestValidator(config.authToken().orElseThrow());
  }

  /** {@code twilio} or {@code second}, as the configuration has it. */
  public String name() {
    return name;
  }

  /** The number or name that texts come from, where there is no messaging service. */
  public Optional<String> from() {
    return config.from();
  }

  /** The messaging service that sends. */
  public Optional<String> messagingService() {
    return config.messagingServiceSid();
  }

  /** Makes one request, once; waits as long for the answer as the configuration has it. */
  public <T> Reply<T> ask(Function<TwilioRestClient, T> request) {
    return ask(request, patient);
  }

  /** Makes one request, once, of which the answer is wanted now or never. */
  public <T> Reply<T> askQuickly(Function<TwilioRestClient, T> request) {
    return ask(request, quick);
  }

  /**
   * True when a callback was signed with this account's auth token; compares in constant time.
   *
   * @param url as Twilio was given it, with its query
   */
  public boolean signed(String url, Map<String, String> form, String signature) {
    return signatures.validate(url, form, signature);
  }

  private <T> Reply<T> ask(Function<TwilioRestClient, T> request, NetworkHttpClient network) {
    var once = new OneRequest(network);
    try {
      return new Reply.Done<>(request.apply(client(once)));
    } catch (TwilioException failure) {
      // Its message quotes numbers: none of it is logged.
      Reply<T> reply = judge(failure, once);
      log.warnf("twilio failed account=%s outcome=%s", name, reply);
      return reply;
    }
  }

  private static <T> Reply<T> judge(TwilioException failure, OneRequest once) {
    var answer = once.getLastResponse();
    if (answer == null) {
      return neverSent(failure) ? new Reply.Unreached<>() : new Reply.Silence<>();
    }
    int status = answer.getStatusCode();
    if (status == TOO_MANY) {
      return new Reply.Busy<>(once.retryAfter());
    }
    // Done, but said in words that we can't read; or said by somebody in the middle.
    if (status < BAD_REQUEST || status == BAD_GATEWAY || status == GATEWAY_TIMEOUT) {
      return new Reply.Silence<>();
    }
    return status >= SERVER_ERROR
        ? new Reply.Broken<>(status)
        : new Reply.Refused<>(status, code(failure));
  }

  private static int code(TwilioException failure) {
    Integer code = failure instanceof ApiException answered ? answered.getCode() : null;
    return code == null ? 0 : code;
  }

  private static boolean neverSent(Throwable failure) {
    return switch (failure.getCause()) {
      case ConnectTimeoutException e -> true;
      case ConnectionRequestTimeoutException e -> true;
      case ConnectException e -> true;
      case NoRouteToHostException e -> true;
      case UnknownHostException e -> true;
      case SSLException e -> true;
      case null, default -> false;
    };
  }

  private TwilioRestClient client(OneRequest once) {
    var user = config.apiKeySid().or(config::accountSid).orElseThrow();
    var password = config.apiKeySecret().or(config::authToken).orElseThrow();
    var client =
        new TwilioRestClient.Builder(user, password)
            .accountSid(config.accountSid().orElseThrow())
            .httpClient(once);
    config.region().ifPresent(client::region);
    config.edge().ifPresent(client::edge);
    return client.build();
  }
}
