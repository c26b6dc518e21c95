package dev.latchkey.e2e.person;

import static dev.latchkey.e2e.http.AnswerAssert.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.latchkey.e2e.http.Answer;
import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.http.Call;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Somebody with an address and a password; in time with an account and an authenticator. */
public final class Person {

  private static final int TRIES = 40;

  private final Api api;
  private final Path mail;
  private final String email;
  private String password;
  private @Nullable Authenticator authenticator;

  Person(Api api, Path mail, String email, String password) {
    this.api = api;
    this.mail = mail;
    this.email = email;
    this.password = password;
  }

  public String email() {
    return email;
  }

  public String password() {
    return password;
  }

  public Mailbox mailbox() {
    return new Mailbox(mail, email);
  }

  /** The app that was set up last. */
  public Authenticator authenticator() {
    if (authenticator == null) {
      throw new IllegalStateException(email + " has no authenticator");
    }
    return authenticator;
  }

  @CanIgnoreReturnValue
  public Person signUp() {
    var answer =
        patiently(() -> api.post("/users").json(Map.of("email", email, "password", password)));
    assertThat(answer).hasStatus(201);
    return this;
  }

  @CanIgnoreReturnValue
  public Person verify() {
    var token = Known.secret(mailbox().linkToken());
    var answer =
        patiently(() -> api.post("/users/~/email/actions/verify").json(Map.of("token", token)));
    assertThat(answer).hasStatus(200);
    return this;
  }

  /** A sign-in with the password alone, not sent yet. */
  public Call signingIn() {
    return api.post("/sessions").basic(email, password);
  }

  /** Signs in with the password alone. */
  public SignedIn signIn() {
    return SignedIn.of(patiently(this::signingIn));
  }

  /** Signs in at a place with a name. */
  public SignedIn signIn(String description) {
    return SignedIn.of(patiently(() -> signingIn().json(Map.of("description", description))));
  }

  /** Signs in with password and code. */
  public SignedIn signInWithCode() {
    return SignedIn.of(patiently(() -> signingIn().code(authenticator().freshCode())));
  }

  /** Signs in with password and a code that this person has from elsewhere than the app. */
  public SignedIn signInWithCode(String code) {
    return SignedIn.of(patiently(() -> signingIn().code(code)));
  }

  /** The same with the next code each time: one may be spent by an answer that came too late. */
  public SignedIn signInWithCode(Iterator<String> codes) {
    return SignedIn.of(patiently(() -> signingIn().code(codes.next())));
  }

  /** The same place so many times. */
  public List<SignedIn> signIn(int times) {
    var sessions = new ArrayList<SignedIn>();
    for (int i = 0; i < times; i++) {
      sessions.add(signIn("place " + i));
    }
    return sessions;
  }

  /** The password is right, the code is due: the challenge's token. */
  public String challenge() {
    var answer = patiently(this::signingIn);
    assertThat(answer).isRefused(403, "two_factor");
    return Known.secret(answer.text("/challenge/id"));
  }

  /** Starts an enrolment and sets the authenticator up; two-factor is not on yet. */
  @CanIgnoreReturnValue
  public Answer startEnrolment(SignedIn session) {
    var answer =
        patiently(() -> api.post("/account/two-factor").bearer(session.token()).password(password));
    assertThat(answer).hasStatus(201);
    authenticator = new Authenticator(Known.secret(answer.text("/secret")));
    return answer;
  }

  /** The confirmation of the enrolment, not sent yet. */
  public Call confirming(SignedIn session) {
    return api.post("/account/two-factor/actions/confirm")
        .bearer(session.token())
        .json(Map.of("code", authenticator().freshCode()));
  }

  /** Switches two-factor on; the answer has the receipt. */
  @CanIgnoreReturnValue
  public Answer enrol(SignedIn session) {
    startEnrolment(session);
    var answer = confirming(session).send();
    assertThat(answer).hasStatus(200);
    return answer;
  }

  /** Switches two-factor off. */
  public void disable(SignedIn session) {
    var answer =
        patiently(
            () -> api.delete("/account/two-factor").bearer(session.token()).password(password));
    assertThat(answer).hasStatus(200);
  }

  /** Ten new recovery codes, as they are shown. */
  public List<String> recoveryCodes(SignedIn session) {
    var answer =
        patiently(() ->
            api.post("/account/recovery-codes")
                .bearer(session.token())
                .password(password)
                .code(authenticator().freshCode()));
    assertThat(answer).hasStatus(201);
    return answer.json().valueStream().map(JsonNode::asText).map(Person::secret).toList();
  }

  /** The API key in full. */
  public String apiKey(SignedIn session) {
    var answer =
        patiently(
            () -> api.get("/oauth/authorizations/~").bearer(session.token()).password(password));
    assertThat(answer).hasStatus(200);
    return Known.secret(answer.text("/access_token/token"));
  }

  /** A new authorization's token. */
  public String authorize(SignedIn session, String scope) {
    var answer =
        patiently(() ->
            api.post("/oauth/authorizations")
                .bearer(session.token())
                .json(Map.of("description", "a script", "scope", List.of(scope))));
    assertThat(answer).hasStatus(201);
    return Known.secret(answer.text("/access_token/token"));
  }

  /** What a command line makes with the password and the next of these codes each time. */
  public String authorizeWithCode(Iterator<String> codes) {
    var answer =
        patiently(() ->
            api.post("/oauth/authorizations")
                .basic(email, password)
                .code(codes.next())
                .json(Map.of("description", "command line")));
    assertThat(answer).hasStatus(201);
    return Known.secret(answer.text("/access_token/token"));
  }

  /** Changes the password. */
  public void changePassword(SignedIn session, String next) {
    var old = password;
    password = Known.secret(next);
    var answer =
        patiently(() ->
            api.patch("/account")
                .bearer(session.token())
                .json(Map.of("password", old, "new_password", next)));
    assertThat(answer).hasStatus(200);
  }

  /** Has learnt that a change, whose answer never came, was made. */
  public void knows(String changed) {
    password = Known.secret(changed);
  }

  /** Has forgotten the password and asks for a link; its token. */
  public String askForReset() {
    var before = mailbox().linkTokens();
    var answer = patiently(() -> api.post("/password-resets").json(Map.of("email", email)));
    assertThat(answer).hasStatus(201);
    return Known.secret(mailbox().linkTokenBeside(before));
  }

  /** Sets a new password with a link. */
  @CanIgnoreReturnValue
  public Answer reset(String link, String next) {
    var answer = patiently(() -> resetting(link, next));
    if (answer.ok()) {
      password = Known.secret(next);
    }
    return answer;
  }

  /** The use of a link, not sent yet. */
  public Call resetting(String link, String next) {
    return api.post("/password-resets/" + link + "/actions/finalize")
        .json(Map.of("password", next, "password_confirmation", next));
  }

  /** The account's id. */
  public String account(SignedIn session) {
    var answer = api.get("/account").bearer(session.token()).send();
    assertThat(answer).hasStatus(200);
    return answer.text("/id");
  }

  /** Shown with hyphens, and kept by nobody with or without. */
  private static String secret(String code) {
    Known.secret(code.replace("-", ""));
    return Known.secret(code);
  }

  /** Each try with what the supplier makes then: a code may be used up by now. */
  private static Answer patiently(Supplier<Call> call) {
    var answer = call.get().send();
    for (int i = 0; i < TRIES && answer.status() == 503; i++) {
      try {
        TimeUnit.MILLISECONDS.sleep(250);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      answer = call.get().send();
    }
    return answer;
  }

  @Override
  public String toString() {
    return email;
  }
}
