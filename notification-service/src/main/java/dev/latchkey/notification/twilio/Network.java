package dev.latchkey.notification.twilio;

import com.twilio.http.NetworkHttpClient;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.HttpHost;

/** The HTTP client under the SDK. */
final class Network {

  private static final int CONNECT_MILLIS = 1000;

  /** A connection that was idle longer may be dead, and a request lost on it is a doubt. */
  private static final int TRUSTED_IDLE_MILLIS = 500;

  private Network() {}

  /**
   * A client that repeats nothing, follows nothing and unpacks nothing.
   *
   * @param silence how long Twilio may say nothing
   * @param most connections at once
   * @param instead the server that all requests go to in Twilio's place
   */
  static NetworkHttpClient client(Duration silence, int most, Optional<URI> instead) {
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setMaxConnTotal(most)
            .setMaxConnPerRoute(most)
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(CONNECT_MILLIS, TimeUnit.MILLISECONDS)
                    .setSocketTimeout((int) silence.toMillis(), TimeUnit.MILLISECONDS)
                    .setValidateAfterInactivity(TRUSTED_IDLE_MILLIS, TimeUnit.MILLISECONDS)
                    .build())
            .build();
    var builder =
        HttpClientBuilder.create()
            .setConnectionManager(connections)
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setConnectionRequestTimeout(CONNECT_MILLIS, TimeUnit.MILLISECONDS)
                    .setResponseTimeout(silence.toMillis(), TimeUnit.MILLISECONDS)
                    .build())
            // It would repeat 429 and 503 by itself, and wait for it on our thread.
            .disableAutomaticRetries()
            .disableRedirectHandling()
            .disableContentCompression()
            .disableCookieManagement();
    instead
        .map(url -> new HttpRoute(new HttpHost(url.getScheme(), url.getHost(), url.getPort())))
        .ifPresent(route -> builder.setRoutePlanner((target, context) -> route));
    return new NetworkHttpClient(builder);
  }
}
