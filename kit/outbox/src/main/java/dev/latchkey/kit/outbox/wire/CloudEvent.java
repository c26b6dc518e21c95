package dev.latchkey.kit.outbox.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.common.header.Headers;

/** Header names of CloudEvents 1.0, Kafka protocol binding, binary content mode. */
public final class CloudEvent {

  public static final String SPEC_VERSION = "ce_specversion";
  public static final String ID = "ce_id";
  public static final String SOURCE = "ce_source";
  public static final String TYPE = "ce_type";
  public static final String TIME = "ce_time";
  public static final String SUBJECT = "ce_subject";
  public static final String DATA_SCHEMA = "ce_dataschema";
  public static final String PARTITION_KEY = "ce_partitionkey";
  public static final String CONTENT_TYPE = "content-type";

  public static final String VERSION = "1.0";
  public static final String JSON = "application/json";

  private CloudEvent() {}

  public static void put(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(UTF_8));
  }

  /** The source of what a service says. */
  public static String source(String service) {
    return "/" + service;
  }

  /** The header's text, empty when it is missing. */
  public static String text(Headers headers, String name) {
    var header = headers.lastHeader(name);
    var value = header == null ? null : header.value();
    return value == null ? "" : new String(value, UTF_8);
  }
}
