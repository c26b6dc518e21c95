package dev.latchkey.mfa;

import dev.latchkey.contracts.endpoint.Verb;
import dev.latchkey.kit.testkit.ServiceCalls;

/** Two people who run the platform, and what they can do. */
public final class Operators {

  public static final String ANNA = "operator";
  public static final String BERT = ServiceCalls.SECOND_OPERATOR;

  private Operators() {}

  public static Answer ask(Person person, String operator) {
    return Service.askAsOperator(operator, Verb.POST, path(person));
  }

  public static Answer approve(Person person, String operator) {
    return Service.askAsOperator(operator, Verb.POST, path(person) + "/actions/approve");
  }

  public static Answer withdraw(Person person, String operator) {
    return Service.askAsOperator(operator, Verb.DELETE, path(person));
  }

  public static Answer removal(Person person) {
    return Service.askAsOperator(BERT, Verb.GET, path(person));
  }

  public static Answer unlock(Person person) {
    return Service.askAsOperator(
        BERT,
        Verb.POST,
        "/internal/operator/accounts/" + person.account + "/two-factor/actions/unlock");
  }

  private static String path(Person person) {
    return "/internal/operator/accounts/" + person.account + "/two-factor-removal";
  }
}
