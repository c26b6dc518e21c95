package dev.latchkey.contracts.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * How a record proves who said it: a JWS whose payload is not sent (RFC 7515, appendix F), by ES256
 * under the speaker's service key. It covers the body and all that a hearer decides by, so it is of
 * no use on another record, topic or account.
 */
public final class EventProof {

  /**
   * Header that has the proof: {@code <protected header>..<signature>}. An extension attribute of
   * CloudEvents, so that whoever passes events on keeps it.
   */
  public static final String HEADER = "ce_proof";

  /** JOSE {@code typ} of a proof: no identity or service credential is one, and the reverse. */
  public static final String TYPE = "event+jws";

  /** The headers that are signed, in this order; one that is missing counts as empty. */
  public static final List<String> SIGNED =
      List.of("ce_id", "ce_source", "ce_type", "ce_time", "ce_subject");

  private EventProof() {}

  /**
   * What is signed: topic, key and the {@link #SIGNED} headers, each followed by a line feed, then
   * the body as it is.
   *
   * @param header the text of a header by its name
   * @throws IllegalArgumentException when a value has a line feed: what follows it could be taken
   *     for the next
   */
  public static byte[] payload(
      String topic, String key, UnaryOperator<String> header, byte[] body) {
    var payload = new ByteArrayOutputStream();
    Stream.concat(Stream.of(topic, key), SIGNED.stream().map(header))
        .forEach(value -> payload.writeBytes(line(value)));
    payload.writeBytes(body);
    return payload.toByteArray();
  }

  private static byte[] line(String value) {
    if (value.indexOf('\n') >= 0) {
      throw new IllegalArgumentException("a signed value has a line feed");
    }
    return (value + "\n").getBytes(UTF_8);
  }
}
