package dev.latchkey.e2e.attack;

import static dev.latchkey.e2e.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.endpoint.Endpoints;
import dev.latchkey.contracts.endpoint.Verb;
import dev.latchkey.contracts.identity.Scope;
import dev.latchkey.e2e.http.Answer;
import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.http.Call;
import dev.latchkey.e2e.person.Known;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code docs/scopes.md}, cell by cell: a real credential of each column is sent to each row. No
 * password is shown beside a token, so that what is admitted does nobody harm.
 */
@OnThePlatform
class ScopesIT {

  private static final String ID = "00000000-0000-4000-8000-000000000000";
  private static final String REQUEST = "request";

  private final Platform platform;
  private final Api api;
  private final List<Map<String, String>> rows;

  ScopesIT(Platform platform) throws IOException {
    this.platform = platform;
    api = platform.api();
    rows = rows(Files.readAllLines(platform.root().resolve("docs/scopes.md")));
  }

  @Test
  void the_page_has_every_endpoint() {
    assertThat(rows)
        .extracting(row -> row.get(REQUEST))
        .containsExactlyElementsOf(
            Endpoints.ALL.stream().map(row -> row.verb() + " " + row.path()).toList());
  }

  @ParameterizedTest
  @EnumSource(Scope.class)
  void an_authorization_reaches_what_its_scope_reaches(Scope scope) {
    var erin = platform.people().signedUp("erin");
    var here = erin.signIn();

    column(scope.text(), new Tokens(() -> erin.authorize(here, scope.text())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"session", "login authorization", "API key"})
  void a_credential_reaches_what_its_kind_reaches(String kind) {
    var erin = platform.people().signedUp("erin");

    column(kind, new Tokens(() -> tokenOf(kind, erin)));
  }

  @Test
  void a_password_reaches_what_signs_in() {
    var erin = platform.people().signedUp("erin");
    erin.enrol(erin.signIn());

    column("password", call -> call.basic(erin.email(), erin.password()));
  }

  @Test
  void who_shows_nothing_reaches_what_is_open() {
    column("none", call -> call);
  }

  private void column(String name, UnaryOperator<Call> credential) {
    var soft = new SoftAssertions();
    for (var row : rows) {
      var request = row.getOrDefault(REQUEST, "");
      var answer = credential.apply(calling(request)).send();
      soft.assertThat(outcome(request, answer, row.getOrDefault("none", "")))
          .as("%s of %s: %s", name, request, answer)
          .isEqualTo(row.get(name));
    }
    soft.assertAll();
  }

  /** What is said of an answer in a cell. */
  private String outcome(String request, Answer answer, String unasked) {
    if (unasked.equals("open")) {
      int bare = calling(request).send().status();
      return answer.status() == bare ? unasked : "not as without a credential, which is " + bare;
    }
    return switch (answer.id()) {
      case "unauthorized", "forbidden" -> String.valueOf(answer.status());
      default -> answer.status() >= 500 ? "broken" : "yes";
    };
  }

  private Call calling(String request) {
    var parts = request.split(" ", 2);
    var call = api.call(Verb.valueOf(parts[0]), parts[1].replaceAll("\\{[a-z]+}", ID));
    return parts[0].equals("GET") ? call : call.json(Map.of());
  }

  private String tokenOf(String kind, Person person) {
    return switch (kind) {
      case "session" -> person.signIn().token();
      case "API key" -> person.apiKey(person.signIn());
      default -> {
        var answer =
            api.post("/oauth/authorizations")
                .basic(person.email(), person.password())
                .json(Map.of())
                .sendPatiently();
        assertThat(answer).hasStatus(201);
        yield Known.secret(answer.text("/access_token/token"));
      }
    };
  }

  /** Each row by the names of its columns. */
  private static List<Map<String, String>> rows(List<String> page) {
    var table = page.stream().filter(line -> line.startsWith("|")).map(ScopesIT::cells).toList();
    var names = table.getFirst();
    return table.stream().skip(2).map(cells -> named(names, cells)).toList();
  }

  private static Map<String, String> named(List<String> names, List<String> cells) {
    var row = new HashMap<String, String>();
    for (int i = 0; i < names.size(); i++) {
      row.put(names.get(i), cells.get(i));
    }
    return row;
  }

  private static List<String> cells(String line) {
    return Stream.of(line.split("\\|")).skip(1).map(cell -> cell.strip().replace("`", "")).toList();
  }

  /** A token that lives: some rows end the one that they are sent. */
  private final class Tokens implements UnaryOperator<Call> {

    private final Supplier<String> next;
    private String token;

    Tokens(Supplier<String> next) {
      this.next = next;
      token = next.get();
    }

    @Override
    public Call apply(Call call) {
      if (api.get("/account").bearer(token).send().status() == 401) {
        token = next.get();
      }
      return call.bearer(token);
    }
  }
}
