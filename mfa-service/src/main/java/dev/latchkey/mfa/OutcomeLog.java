package dev.latchkey.mfa;

import dev.latchkey.contracts.id.AccountId;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.jboss.logging.Logger;

/** One line in the log and one count for each outcome; ids yes, values no. */
@ApplicationScoped
public class OutcomeLog {

  private static final Logger LOG = Logger.getLogger(OutcomeLog.class);

  private final MeterRegistry meters;

  OutcomeLog(MeterRegistry meters) {
    this.meters = meters;
  }

  /**
   * Notes what came of something.
   *
   * @param doing what was done, the meter's name without its prefix: {@code enrolment.confirm}
   * @param outcome the case of the sealed answer; its name becomes {@code wrong_code}
   */
  public void note(String doing, AccountId account, Record outcome) {
    var word = word(outcome.getClass().getSimpleName());
    meters.counter("latchkey." + doing, "outcome", word).increment();
    LOG.infof("%s accountId=%s outcome=%s", doing, account, word);
  }

  private static String word(String name) {
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }
}
