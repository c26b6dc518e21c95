package dev.latchkey.notification.twilio;

import com.twilio.http.HttpClient;
import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.time.Duration;

/**
 * Exactly one request. The SDK's own client repeats every request that is answered 5xx at once and
 * up to three times, also the one that sends an SMS: that is for us to decide.
 */
final class OneRequest extends HttpClient {

  private static final Duration USUAL = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final NetworkHttpClient network;

  OneRequest(NetworkHttpClient network) {
    this.network = network;
  }

  @Override
  public Response makeRequest(Request request) {
    return network.makeRequest(request);
  }

  @Override
  protected boolean shouldRetry(Response response, int[] statuses) {
    return false;
  }

  /** What the answer's {@code Retry-After} asks for; a second when it has none that we read. */
  Duration retryAfter() {
    for (var header : getLastResponse().getHeaders()) {
      if (header.getName().equalsIgnoreCase("Retry-After")) {
        return seconds(header.getValue());
      }
    }
    return USUAL;
  }

  private static Duration seconds(String text) {
    try {
      var asked = Duration.ofSeconds(Long.parseLong(text.strip()));
      return asked.isNegative() ? USUAL : asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    } catch (NumberFormatException date) {
      return USUAL;
    }
  }
}
