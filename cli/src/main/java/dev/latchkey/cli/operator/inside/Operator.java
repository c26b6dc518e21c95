package dev.latchkey.cli.operator.inside;

import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.ending.Failure;
import dev.latchkey.cli.invocation.Surroundings;
import dev.latchkey.cli.invocation.Version;
import dev.latchkey.cli.platform.Answer;
import dev.latchkey.cli.platform.Api;
import dev.latchkey.cli.platform.Call;
import dev.latchkey.cli.platform.PlatformUrl;
import dev.latchkey.cli.platform.Trust;
import dev.latchkey.cli.terminal.Screen;
import dev.latchkey.cli.terminal.Terminal;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One run of the program: what a command needs to ask services, in the operator's name. */
public final class Operator implements AutoCloseable {

  private final Surroundings surroundings;
  private final Map<Service, Api> services = new EnumMap<>(Service.class);
  private String file;
  private @Nullable OperatorKey key;

  public Operator(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.file = surroundings.variable("LATCHKEY_OPERATOR_KEY");
  }

  public Screen screen() {
    return surroundings.screen();
  }

  public Terminal terminal() {
    return surroundings.terminal();
  }

  /** Another key than the environment's. */
  void with(String keyFile) {
    file = keyFile;
  }

  /** What a service answers, where it is not about the credential. */
  public Answer ask(Service service, Call call) {
    return admitted(service, service(service).send(signed(service, call)));
  }

  /** The same for what is done without a word. */
  public Answer tell(Service service, Call call) {
    return admitted(service, service(service).tell(signed(service, call)));
  }

  private Call signed(Service service, Call call) {
    return call.bearer(key().credential(service, surroundings.clock().instant()));
  }

  private Answer admitted(Service service, Answer answer) {
    if (answer.is("unauthorized")) {
      throw new Failure(
          ExitCode.SIGNED_OUT,
          "unauthorized",
          "%s does not take your key `%s`: it does not know the public one, %s is the address of another service, or the clocks differ."
              .formatted(service.title(), key().id(), service.variable()));
    }
    if (answer.is("forbidden")) {
      throw new Failure(
          ExitCode.REFUSED,
          "forbidden",
          "%s lets no operator do that: it is older than this latch-operator."
              .formatted(service.title()));
    }
    return answer;
  }

  private OperatorKey key() {
    if (key == null) {
      if (file.isEmpty()) {
        throw new Failure(
            ExitCode.USAGE,
            "latch_operator_key",
            "Which key is yours? Set LATCHKEY_OPERATOR_KEY to its file, such as operator.anna.pem.");
      }
      key = OperatorKey.read(Path.of(file));
    }
    return key;
  }

  private Api service(Service service) {
    return services.computeIfAbsent(service, this::connected);
  }

  private Api connected(Service service) {
    var variable = service.variable();
    var address = surroundings.variable(variable);
    if (address.isEmpty()) {
      throw new Failure(
          ExitCode.USAGE,
          "latch_url",
          "Where is %s? Set %s to the address of its internal port, such as http://127.0.0.1:9181."
              .formatted(service.title(), variable));
    }
    var url = PlatformUrl.of("The address in " + variable, "what it is asked and answers", address);
    var trust = Trust.of(surroundings.variable("LATCHKEY_CA_FILE"));
    return new Api(url, trust, Version.userAgent("latch-operator"), variable);
  }

  @Override
  public void close() {
    services.values().forEach(Api::close);
  }
}
