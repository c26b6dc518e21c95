package dev.latchkey.kit.problem;

import static dev.latchkey.kit.problem.Client.problem;
import static dev.latchkey.kit.problem.Client.send;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class FrameworkErrorsTest {

  private static final String PHRASE = "{\"text\":\"hello\",\"times\":1}";

  private static Client client() {
    return Client.here();
  }

  @Test
  void a_right_request_is_answered() {
    assertThat(client().post("/parrot", PHRASE).statusCode()).isEqualTo(200);
    assertThat(client().post("/parrot", PHRASE.replace("}", ",\"new\":[1]}")).statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nowhere", "/", "/parrot/not-a-uuid", "/parrot/1/2", "/q/nothing"})
  void a_path_that_names_nothing_is_404(String path) {
    problem(client().get(path), 404, "not_found");
  }

  @Test
  void a_query_parameter_that_does_not_parse_is_422() {
    problem(client().get("/parrot?limit=many"), 422, "invalid_params");
  }

  @Test
  void a_wrong_method_is_405() {
    problem(send(client().to("/parrot").DELETE()), 405, "method_not_allowed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "image/png, text/plain;q=0.5", "application/xml"})
  void a_wish_for_another_type_is_406(String accept) {
    problem(send(client().to("/parrot").header("Accept", accept)), 406, "not_acceptable");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "garbage",
        "*",
        "a/b/c",
        ";;",
        "application/json;q=x",
        ",,,",
        "/",
        "{}",
        "a,b;c=\"",
        "%00"
      })
  void a_broken_accept_header_is_no_500(String accept) {
    var request = client().to("/plain").header("Accept", accept).POST(BodyPublishers.noBody());

    var answer = send(request);

    assertThat(answer.statusCode()).as(answer.body()).isLessThan(500);
    if (answer.statusCode() >= 400) {
      assertThat(answer.body()).contains("\"id\":");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/xml"})
  void a_body_of_another_type_is_415(String type) {
    var request =
        client().to("/parrot").header("Content-Type", type).POST(BodyPublishers.ofString(PHRASE));

    problem(send(request), 415, "unsupported_media_type");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=&&=", "=", "a=%", "a=%zz", "%zz=a"})
  void a_broken_form_is_400(String form) {
    var request =
        client()
            .to("/parrot/form")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form));

    problem(send(request), 400, "bad_request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"garbage", "application/json;charset", "application/json; charset=nope"})
  void a_broken_content_type_is_no_500(String type) {
    var request =
        client().to("/parrot").header("Content-Type", type).POST(BodyPublishers.ofString(PHRASE));

    assertThat(send(request).statusCode()).isLessThan(500);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{\"text\":", "hello", "{\"text\":\"a\",\"times\":1}}", "{'a':1}"})
  void broken_json_is_400(String body) {
    problem(client().post("/parrot", body), 400, "bad_request");
  }

  @Test
  void a_member_that_is_there_twice_is_refused() {
    var body = "{\"text\":\"a\",\"text\":\"b\",\"times\":1}";

    problem(client().post("/parrot", body), 400, "bad_request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/parrot", "/parrot/careless"})
  void a_missing_body_and_a_null_one_are_400(String path) {
    problem(client().post(path, ""), 400, "bad_request");
    problem(client().post(path, "  "), 400, "bad_request");
    problem(client().post(path, "null"), 400, "bad_request");
    problem(send(client().to(path).POST(BodyPublishers.noBody())), 400, "bad_request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/parrot/silent", "/plain"})
  void where_a_body_is_optional_none_is_missed(String path) {
    for (var none : new String[] {"", "null"}) {
      assertThat(client().post(path, none).body()).contains("nothing");
    }
    assertThat(send(client().to(path).POST(BodyPublishers.noBody())).body()).contains("nothing");
    assertThat(client().post(path, PHRASE).body()).contains("hello");
    problem(
        client().post(path, "{\"text\":\"longer than ten\",\"times\":1}"), 422, "invalid_params");
    problem(client().post(path, "{"), 400, "bad_request");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text|{\"text\":5,\"times\":1}",
        "text|{\"text\":true,\"times\":1}",
        "text|{\"text\":{\"a\":1},\"times\":1}",
        "text|{\"text\":[\"a\"],\"times\":1}",
        "times|{\"text\":\"a\",\"times\":\"1\"}",
        "times|{\"text\":\"a\",\"times\":1.5}",
        "times|{\"text\":\"a\",\"times\":99999999999}",
        "times|{\"text\":\"a\",\"times\":null}",
        "times|{\"text\":\"a\",\"times\":true}",
        "mood|{\"text\":\"a\",\"times\":1,\"mood\":\"123456789012345678901\"}",
        "flock|{\"text\":\"a\",\"times\":1,\"flock\":\"x\"}",
        "flock[]|{\"text\":\"a\",\"times\":1,\"flock\":[\"x\"]}",
        "text|{\"text\":\"longer than ten\",\"times\":1}",
        "times|{\"text\":\"a\",\"times\":0}",
        "text|{\"times\":1}",
        "text|{\"text\":\"\\u0000\",\"times\":1}",
        "text|{\"text\":\"a\\u0000b\",\"times\":1}",
        "unknown|{\"unknown\":\"\\u0000\",\"text\":\"a\",\"times\":1}",
      })
  void a_wrong_value_is_422_and_names_its_field(String field, String body) {
    var problem = problem(client().post("/parrot", body), 422, "invalid_params");

    assertThat(problem.getString("message")).startsWith(field + ": ").doesNotContain("secret");
  }

  @Test
  void an_escaped_backslash_before_u0000_is_just_text() {
    var body = "{\"text\":\"\\\\u0000\",\"times\":1}";

    assertThat(client().post("/parrot", body).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "5", "\"text\"", "true", "[{\"text\":\"a\"}]", PHRASE + "{}"})
  void a_body_that_is_no_object_is_422(String body) {
    problem(client().post("/parrot", body), 422, "invalid_params");
  }

  @Test
  void json_as_deep_as_the_body_allows_is_no_500() {
    var body = "{\"unknown\":" + "[".repeat(60_000);

    problem(client().post("/parrot", body), 400, "bad_request");
  }

  @Test
  void nul_in_a_path_or_a_query_is_422() {
    problem(client().get("/parrot/%00"), 422, "invalid_params");
    problem(client().get("/parrot?limit=%00"), 422, "invalid_params");
  }

  @ParameterizedTest
  @ValueSource(ints = {64 * 1024 + 1, 1024 * 1024, 20 * 1024 * 1024})
  void a_huge_body_is_413(int size) {
    problem(client().post("/parrot", "x".repeat(size)), 413, "request_too_large");
  }

  @ParameterizedTest
  @ValueSource(ints = {64 * 1024 + 1, 1024 * 1024, 5 * 1024 * 1024})
  void a_huge_body_without_a_length_is_413(int size) {
    var request =
        client()
            .to("/parrot")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[size])));

    problem(send(request), 413, "request_too_large");
  }

  @Test
  void a_body_without_a_length_is_read() {
    var request =
        client()
            .to("/parrot")
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofInputStream(
                    () -> new ByteArrayInputStream(PHRASE.getBytes(UTF_8))));

    assertThat(send(request).statusCode()).isEqualTo(200);
  }

  @Test
  void the_largest_body_is_read() {
    var body = PHRASE.substring(0, PHRASE.length() - 1) + ",\"pad\":\"";
    body = body + "x".repeat(64 * 1024 - body.length() - 2) + "\"}";

    assertThat(client().post("/parrot", body).statusCode()).isEqualTo(200);
  }

  @Test
  void bytes_that_are_no_text_name_nothing() {
    problem(client().get("/parrot/%c0%af"), 404, "not_found");
  }

  /** Quarkus ends it with no body before any handler of ours; the gateway never lets one pass. */
  @ParameterizedTest
  @ValueSource(strings = {"/%zz", "/parrot/%", "/parrot/%a"})
  void a_path_that_does_not_decode_is_400(String path) {
    var answer = client().raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 400 ");
  }

  @Test
  void an_unexpected_failure_is_500_and_says_nothing_of_its_cause() {
    var answer = client().get("/parrot/ill");

    problem(answer, 500, "internal_error");
    assertThat(answer.body()).doesNotContain("hunter2", "IllegalState");
  }

  @Test
  void an_answer_that_breaks_our_own_rules_is_500() {
    problem(client().get("/parrot/wrong-answer"), 500, "internal_error");
    var unwritable = client().get("/parrot/broken-answer");
    problem(unwritable, 500, "internal_error");
    assertThat(unwritable.body()).doesNotContain("hunter2");
  }

  @Test
  void an_outage_is_503_and_says_when_to_come_back() {
    var answer = client().get("/parrot/outage");

    problem(answer, 503, "unavailable");
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
    assertThat(answer.body()).doesNotContain("10.1.2.3");
  }

  @Test
  void a_problem_that_is_thrown_keeps_its_headers_and_members() {
    var answer = client().get("/parrot/tired");

    assertThat(problem(answer, 429, "rate_limit").getInteger("left")).isZero();
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
  }
}
