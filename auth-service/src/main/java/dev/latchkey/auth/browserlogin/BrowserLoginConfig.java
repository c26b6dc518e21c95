package dev.latchkey.auth.browserlogin;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The command line's sign-in through a browser, as an operator may turn it. */
@ConfigMapping(prefix = "latchkey.browser-login")
public interface BrowserLoginConfig {

  /** The page on which its person decides; the login's id is added as the last part of the path. */
  @WithDefault("/dashboard/cli")
  PagePath page();

  /** Most logins that one client address opens in an hour. */
  @WithDefault("100")
  int perClientAndHour();

  /**
   * How long a request of the command line waits for the decision. Its client gives up after 60
   * seconds, and so do the gateways on this one path.
   */
  @WithDefault("PT55S")
  Duration patience();

  /** Most requests that wait in one process; who comes then is told to try again. */
  @WithDefault("200")
  int mostWaiting();

  /** Most of them that come from one client's network, so that one does not take every seat. */
  @WithDefault("50")
  int mostWaitingPerNetwork();
}
