package dev.latchkey.web.twofactor;

import dev.latchkey.web.page.Fault;
import dev.latchkey.web.page.Wording;
import dev.latchkey.web.platform.Refusal;
import jakarta.inject.Singleton;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Forms that ask for the password, and for a code. */
@Singleton
public class StepUp {

  /**
   * What the fields say.
   *
   * @param code whether a code is asked for as well
   */
  public record Ask(boolean code, Fault fault) {

    /** Before anything was typed. */
    public static Ask first(boolean code) {
      return new Ask(code, Fault.NONE);
    }
  }

  private final Wording wording;

  StepUp(Wording wording) {
    this.wording = wording;
  }

  /**
   * The form once more.
   *
   * @param codeAsked whether it had the field for a code
   * @param code what was typed there
   * @param fields the form's others
   * @throws Refusal when nothing in the form is to blame
   */
  public Ask again(Refusal refusal, boolean codeAsked, @Nullable String code, String... fields) {
    var fault = Fault.ofStepUp(refusal.orThrow(), code, wording, known(fields));
    return new Ask(codeAsked || refusal.is("two_factor"), fault);
  }

  private static String[] known(String... fields) {
    return Stream.concat(Stream.of("password", "code"), Stream.of(fields)).toArray(String[]::new);
  }
}
