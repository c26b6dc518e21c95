package dev.latchkey.e2e.attack;

import static dev.latchkey.e2e.http.AnswerAssert.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.e2e.http.Answer;
import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.person.Known;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.person.SignedIn;
import dev.latchkey.e2e.person.SshKeys;
import dev.latchkey.e2e.platform.Platform;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One credential of each kind, and one of each that is under way, of somebody with two-factor on.
 *
 * @param here the session that has shown a factor a moment ago
 * @param tokens by what they are: whatever a {@code Bearer} header takes
 * @param codes recovery codes that nobody has used
 * @param client an application of somebody else
 * @param login a command line's browser login: approved, and its token not fetched
 */
record Belongings(
    Person person,
    SignedIn here,
    String account,
    Map<String, String> tokens,
    List<String> codes,
    OtherClient client,
    String refreshToken,
    String grantCode,
    String sshKey,
    String challenge,
    Answer login,
    String resetLink) {

  Belongings {
    tokens = Map.copyOf(tokens);
    codes = List.copyOf(codes);
  }

  static Belongings of(Platform platform, String name) {
    var api = platform.api();
    var person = platform.people().signedUp(name);
    person.enrol(person.signIn("first"));
    var here = person.signInWithCode();
    var unspent = recoveryCodes(api, person, here).iterator();
    var client = OtherClient.of(platform);
    var granted = client.redeem(client.code(here));
    assertThat(granted).hasStatus(200);

    var tokens = new LinkedHashMap<String, String>();
    tokens.put("this session", here.token());
    tokens.put("another session", person.signInWithCode(unspent).token());
    tokens.put("API key", person.apiKey(here));
    tokens.put("authorization", person.authorize(here, "global"));
    tokens.put("command line", person.authorizeWithCode(unspent));
    tokens.put("application", granted.text("/access_token"));
    var left = new ArrayList<String>();
    unspent.forEachRemaining(left::add);
    return new Belongings(
        person,
        here,
        person.account(here),
        tokens,
        left,
        client,
        granted.text("/refresh_token"),
        client.code(here),
        sshKey(api, here),
        person.challenge(),
        approvedLogin(api, here),
        person.askForReset());
  }

  /** A token by what it is. */
  String token(String kind) {
    var token = tokens.get(kind);
    if (token == null) {
      throw new IllegalArgumentException(kind);
    }
    return token;
  }

  /** Fetches what the browser login has for the command line. */
  Answer fetchLogin(Api api) {
    return api.get(login.text("/cli_url")).bearer(login.text("/token")).send();
  }

  private static List<String> recoveryCodes(Api api, Person person, SignedIn here) {
    var answer =
        api.post("/account/recovery-codes")
            .bearer(here.token())
            .password(person.password())
            .sendPatiently();
    assertThat(answer).hasStatus(201);
    var codes = answer.json().valueStream().map(JsonNode::asText).toList();
    codes.forEach(code -> Known.secret(code.replace("-", "")));
    return codes.stream().map(Known::secret).toList();
  }

  /** Type and key, without the comment: as sshd says them. */
  private static String sshKey(Api api, SignedIn here) {
    var line = SshKeys.line("laptop");
    var added =
        api.post("/account/keys")
            .bearer(here.token())
            .json(Map.of("public_key", line))
            .sendPatiently();
    assertThat(added).hasStatus(201);
    return line.split(" ", -1)[1];
  }

  private static Answer approvedLogin(Api api, SignedIn here) {
    var login = api.post("/auth").json(Map.of("description", "command line")).sendPatiently();
    assertThat(login).hasStatus(201);
    Known.secret(login.text("/token"));
    var page = login.text("/browser_url");
    var approving = "/auth/browser" + page.substring(page.lastIndexOf('/')) + "/actions/approve";
    assertThat(api.post(approving).bearer(here.token()).sendPatiently()).hasStatus(200);
    return login;
  }

  @Override
  public String toString() {
    return "Belongings[" + person + "]";
  }
}
