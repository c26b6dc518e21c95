package dev.latchkey.kit.apidocument;

import dev.latchkey.contracts.endpoint.Endpoint;
import dev.latchkey.contracts.endpoint.StepUp;
import dev.latchkey.contracts.identity.CredentialKind;
import dev.latchkey.contracts.identity.Headers;
import dev.latchkey.contracts.identity.Scope;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Who may call an operation, with which proofs. */
final class Credentials {

  private static final String TOKEN = "token";
  private static final String PASSWORD = "password";
  private static final String SERVICE = "service";

  private Credentials() {}

  static void addTo(Components components) {
    components.addSecurityScheme(
        TOKEN,
        OASFactory.createSecurityScheme()
            .type(SecurityScheme.Type.HTTP)
            .scheme("bearer")
            .description("A session, an authorization or the API key; Basic with it as password."));
    components.addSecurityScheme(
        PASSWORD,
        OASFactory.createSecurityScheme()
            .type(SecurityScheme.Type.HTTP)
            .scheme("basic")
            .description("Mail address and password: a whole sign-in."));
    components.addSecurityScheme(
        SERVICE,
        OASFactory.createSecurityScheme()
            .type(SecurityScheme.Type.APIKEY)
            .in(SecurityScheme.In.HEADER)
            .name(Headers.SERVICE)
            .description("Bearer and a JWT of the calling service, for this one; 60 seconds."));
  }

  static void forServices(Operation operation) {
    require(operation, SERVICE);
  }

  static void add(Operation operation, Endpoint endpoint) {
    if (endpoint.anonymous()) {
      return;
    }
    if (endpoint.credentials().stream().anyMatch(CredentialKind.TOKENS::contains)) {
      require(operation, TOKEN);
    }
    if (endpoint.signsIn()) {
      require(operation, PASSWORD);
    }
    describe(operation, endpoint);
    addProofs(operation, endpoint);
  }

  private static void require(Operation operation, String scheme) {
    operation.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(scheme));
  }

  private static void describe(Operation operation, Endpoint endpoint) {
    var kinds =
        Stream.of(CredentialKind.values())
            .filter(endpoint.credentials()::contains)
            .map(kind -> kind.text().replace('_', ' '))
            .collect(Collectors.joining(", ", "Credential: ", "."));
    var scope =
        endpoint.scopes().size() == Scope.values().length
            ? ""
            : " Scope: " + Scope.join(endpoint.scopes()) + ".";
    var own = Optional.ofNullable(operation.getDescription()).map(text -> text + "\n\n").orElse("");
    operation.setDescription(own + kinds + scope);
  }

  private static void addProofs(Operation operation, Endpoint endpoint) {
    var stepUp = endpoint.stepUp();
    boolean shown = stepUp == StepUp.IF_SHOWN;
    if (stepUp.asksPassword() || shown) {
      operation.addParameter(
          header(
              Headers.PASSWORD,
              "The account's password; beyond ASCII in UTF-8, or as RFC 8187 has it:"
                  + " UTF-8''p%C3%A4ss.",
              stepUp.asksPassword()));
    }
    if (stepUp.asksFactor() || shown || endpoint.signsIn()) {
      operation.addParameter(
          header(Headers.TWO_FACTOR_CODE, "A code, where two-factor is on.", false));
    }
    if (endpoint.signsIn()) {
      operation.addParameter(
          header(
              Headers.CHALLENGE,
              "Instead of the password: the challenge of the answer 403.",
              false));
      operation.addParameter(
          header(Headers.DEVICE, "What an earlier sign-in gave for this device.", false));
    }
  }

  private static Parameter header(String name, String description, boolean required) {
    return OASFactory.createParameter()
        .name(name)
        .in(Parameter.In.HEADER)
        .description(description)
        .required(required ? true : null)
        .schema(OASFactory.createSchema().addType(SchemaType.STRING));
  }
}
