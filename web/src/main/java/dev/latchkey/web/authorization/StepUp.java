package dev.latchkey.web.authorization;

import dev.latchkey.web.page.Fault;
import dev.latchkey.web.page.ProblemMessages;
import dev.latchkey.web.page.Wording;
import dev.latchkey.web.platform.Proof;
import dev.latchkey.web.platform.Refusal;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Refusals of what needs a second factor (F in docs/api.md). A form has its code field only when
 * the fault is the code's: after a fresh sign-in the platform asks for none.
 */
@Singleton
public class StepUp {

  private static final String FIELD = "code";

  private final Wording wording;
  private final ProblemMessages messages;

  StepUp(Wording wording, ProblemMessages messages) {
    this.wording = wording;
    this.messages = messages;
  }

  /**
   * The fault that a refusal tells.
   *
   * @param code what was typed as the code, if the form had that field
   */
  public Fault fault(Refusal refusal, @Nullable String code, String... fields) {
    if (refusal.is("two_factor")) {
      // The platform says the same of no code and of a wrong one.
      return Fault.at(
          FIELD, Proof.code(code) == null ? wording.codeNeeded() : messages.wrongCode());
    }
    return refusal.is("rate_limit") && Proof.code(code) != null
        ? Fault.at(FIELD, wording.of(refusal))
        : Fault.of(refusal.orThrow(), wording, fields);
  }
}
