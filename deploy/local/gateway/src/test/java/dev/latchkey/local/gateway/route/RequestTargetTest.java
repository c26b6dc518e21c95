package dev.latchkey.local.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTargetTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/account",
        "/users/~/email/actions/verify",
        "/account/keys/SHA256:abc+def=",
        "/account/keys/a%3Ab%40c%20d",
        "/account/security-log?since=2026-01-01T00%3A00%3A00Z&x=/../y;z",
        "/account?q=%2F%7E",
        "/account?",
        "/.well-known/x"
      })
  void a_plain_target_is_served_as_sent(String raw) {
    var target = RequestTarget.parse(raw);

    assertThat(target).hasValueSatisfying(t -> assertThat(t.path() + t.query()).isEqualTo(raw));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*",
        "account",
        "http://127.0.0.1/account",
        "127.0.0.1:8080",
        "//account",
        "/account//keys",
        "/account/../users",
        "/account/..",
        "/account/./keys",
        "/account/.",
        "/account/%2e%2e/users",
        "/account/%2E",
        "/account%2Fkeys",
        "/account%2fkeys",
        "/account%5Ckeys",
        "/users/%7E",
        "/users/%7e",
        "/account;a=b",
        "/account%3Ba",
        "/account\\keys",
        "/account%zz",
        "/account%",
        "/account%4",
        "/account%252F",
        "/account%00",
        "/account%0d%0aX:y",
        "/account%3Fa",
        "/account%23a",
        "/account#a",
        "/account?a#b",
        "/account?a=%zz",
        "/account?a=%4",
        "/account b",
        "/acc\u00f6unt",
        "/account%\uff11\uff11"
      })
  void a_target_that_two_servers_could_read_in_two_ways_is_refused(String raw) {
    assertThat(RequestTarget.parse(raw)).isEmpty();
  }
}
