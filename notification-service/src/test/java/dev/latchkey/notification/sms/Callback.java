package dev.latchkey.notification.sms;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.contracts.id.MessageId;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A callback as Twilio's description has it, signed without Twilio's SDK: HMAC-SHA1 of the address
 * and the sorted parameters.
 */
record Callback(
    MessageId message,
    Map<String, String> form,
    String host,
    @Nullable String signature,
    String token) {

  private static final String HOME = "http://127.0.0.1:8080";

  static Callback of(MessageId message, String sid, String status, String token) {
    var form = new TreeMap<String, String>();
    form.put("MessageSid", sid);
    form.put("SmsSid", sid);
    form.put("MessageStatus", status);
    form.put("To", "+4915112345678");
    form.put("ApiVersion", "2010-04-01");
    return new Callback(message, form, "127.0.0.1", "", token).signedFor(HOME);
  }

  /** One parameter more, or another. */
  Callback with(String name, String value) {
    return withAfterSigning(name, value).signedFor(HOME);
  }

  Callback withAfterSigning(String name, String value) {
    var more = new TreeMap<>(form);
    more.put(name, value);
    return new Callback(message, more, host, signature, token);
  }

  Callback signedWith(String other) {
    return new Callback(message, form, host, signature, other).signedFor(HOME);
  }

  Callback signedFor(String home) {
    return saying(hmac(home + address()));
  }

  Callback saying(String text) {
    return new Callback(message, form, host, text, token);
  }

  Callback unsigned() {
    return new Callback(message, form, host, null, token);
  }

  Callback forAnother(MessageId other) {
    return new Callback(other, form, host, signature, token);
  }

  Callback host(String name) {
    return new Callback(message, form, name, signature, token);
  }

  /** The answer's status. */
  int send() {
    var request =
        given()
            .header("Host", host)
            .contentType("application/x-www-form-urlencoded; charset=utf-8")
            .formParams(form);
    if (signature != null) {
      request.header("X-Twilio-Signature", signature);
    }
    return request.post(address()).statusCode();
  }

  private String address() {
    return "/twilio/status?message=" + message;
  }

  private String hmac(String url) {
    try {
      var text = new StringBuilder(url);
      form.forEach((name, value) -> text.append(name).append(value));
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(token.getBytes(UTF_8), "HmacSHA1"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.toString().getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
