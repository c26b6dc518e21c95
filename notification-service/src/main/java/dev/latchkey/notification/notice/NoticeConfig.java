package dev.latchkey.notification.notice;

import dev.latchkey.notification.letter.Notice;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Which notices go out, as an operator may turn it. */
@ConfigMapping(prefix = "latchkey.notice")
public interface NoticeConfig {

  /**
   * Notices that nobody gets; none by default. The security log has the facts all the same, and a
   * letter that auth-service asks for (a closed account, a wish for another address) goes out.
   */
  Optional<Set<Notice>> silenced();

  /** How long one mail about tries with the right password stands for all of them. */
  @WithDefault("PT1H")
  Duration pause();

  /** A notice that could not be sent for so long is not sent any more. */
  @WithDefault("P2D")
  Duration worth();

  /** A place that was not used for so long is new again, where no device tells. */
  @WithDefault("P90D")
  Duration placeLife();
}
