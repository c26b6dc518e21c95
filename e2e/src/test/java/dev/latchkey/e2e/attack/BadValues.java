package dev.latchkey.e2e.attack;

import java.util.List;

/** What no honest client sends. */
final class BadValues {

  private BadValues() {}

  static List<String> brokenBodies() {
    return List.of(
        "{",
        "{\"",
        "{]",
        "null",
        "[]",
        "1",
        "\"text\"",
        "true",
        "{\"a\" 1}",
        "{'a':1}",
        "{\"a\":1e",
        "<xml/>",
        "%",
        "{\"email\":\"\\uD800",
        "[".repeat(5000),
        "{\"a\":".repeat(5000) + "1" + "}".repeat(5000));
  }

  static List<String> wrongValues() {
    return List.of(
        "1",
        "-1",
        "1e999",
        "12345678901234567890123456789",
        "true",
        "[]",
        "[1]",
        "[null]",
        "{}",
        "{\"a\":1}",
        "null",
        "\"\"",
        "\" \"",
        "\"\\ud800\"",
        "\"\\u202e\\u0007\"",
        "\"" + "x".repeat(20_000) + "\"",
        "\"'; drop table account; --\"",
        "[\"nonsense\"]",
        "\"${jndi:ldap://127.0.0.1/x}\"");
  }

  static List<String> noCredentials() {
    return List.of(
        "Bearer",
        "Bearer ",
        "Bearer x",
        "Bearer lkse_000000000000000000000000000000000",
        "Bearer " + "a".repeat(7000),
        "Basic",
        "Basic !!!",
        "Basic Og==",
        "Basic /////w==",
        "Digest x",
        "x",
        "Bearer eyJhbGciOiJub25lIn0.e30.");
  }

  static List<String> noIds() {
    return List.of(
        "00000000-0000-4000-8000-000000000000",
        "1",
        "x",
        "null",
        "undefined",
        "-1",
        "a'b",
        "%27%20or%201=1",
        "%E2%82%AC",
        "%F0%9F%94%91",
        "%C3%28",
        "%00",
        "SHA256:x",
        "aa:bb",
        "00000000-0000-4000-8000-00000000000000000",
        "x".repeat(3000));
  }
}
