package dev.latchkey.local.infra.sms;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Reports what became of a text, signed as Twilio signs, to this machine and to no other. */
final class StatusCallbacks {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int TRIES = 3;
  private static final int PAUSE_MILLIS = 200;
  private static final int SLOW_MILLIS = 5000;

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final Map<String, String> statuses = new ConcurrentHashMap<>();
  private final String authToken;

  StatusCallbacks(String authToken) {
    this.authToken = authToken;
  }

  /** What is known of a text by now. */
  String status(KeptText text) {
    return statuses.getOrDefault(text.sid(), "queued");
  }

  /** Reports each step after a moment, without holding anybody up. */
  void report(KeptText text, Pretence pretence) {
    if (pretence != Pretence.UNREPORTED) {
      Thread.ofVirtual().name("callbacks").start(() -> steps(text, pretence));
    }
  }

  private void steps(KeptText text, Pretence pretence) {
    var last = pretence == Pretence.UNDELIVERED ? "undelivered" : "delivered";
    try {
      for (var status : List.of("sent", last)) {
        TimeUnit.MILLISECONDS.sleep(pretence == Pretence.SLOW ? SLOW_MILLIS : PAUSE_MILLIS);
        statuses.put(text.sid(), status);
        tell(text, status);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tell(KeptText text, String status) throws InterruptedException {
    var url = text.callback().map(URI::create);
    if (url.isEmpty() || !here(url.get())) {
      return;
    }
    var form = new TreeMap<String, String>();
    form.put("AccountSid", text.account());
    form.put("ApiVersion", "2010-04-01");
    form.put("From", text.from());
    form.put("MessageSid", text.sid());
    form.put("MessageStatus", status);
    form.put("SmsSid", text.sid());
    form.put("SmsStatus", status);
    form.put("To", text.to());
    if (status.equals("undelivered")) {
      form.put("ErrorCode", "30003");
    }
    for (int i = 0; i < TRIES && !posted(url.get(), form); i++) {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
  }

  private boolean posted(URI url, TreeMap<String, String> form) throws InterruptedException {
    var request =
        HttpRequest.newBuilder(url)
            .timeout(PATIENCE)
            .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
            .header("User-Agent", "SmsProviderThatSendsNothing")
            .header("X-Twilio-Signature", signature(url, form))
            .POST(BodyPublishers.ofString(encoded(form)))
            .build();
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode() < 500;
    } catch (IOException e) {
      return false;
    }
  }

  /** HMAC-SHA1 of the address and of the parameters in order, as Twilio's documentation has it. */
  private String signature(URI url, TreeMap<String, String> form) {
    try {
      var signed = new StringBuilder(url.toString());
      form.forEach((name, value) -> signed.append(name).append(value));
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(authToken.getBytes(UTF_8), "HmacSHA1"));
      return Base64.getEncoder().encodeToString(mac.doFinal(signed.toString().getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static boolean here(URI url) {
    try {
      return "http".equals(url.getScheme())
          && InetAddress.getByName(url.getHost()).isLoopbackAddress();
    } catch (IOException e) {
      return false;
    }
  }
}
