package dev.latchkey.e2e.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import dev.latchkey.e2e.Slack;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Chromium of this machine, steered by Playwright. Nothing is downloaded. */
final class Chromium implements AutoCloseable {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private static final Duration PATIENCE = Slack.of(Duration.ofSeconds(15));

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  static boolean isInstalled() {
    return program().isPresent();
  }

  static Chromium start() {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
    var own = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(own));
    var options =
        new BrowserType.LaunchOptions()
            .setExecutablePath(program().orElseThrow())
            // Chromium refuses to run as root with its sandbox.
            .setChromiumSandbox(!"root".equals(System.getProperty("user.name")));
    return new Chromium(playwright, playwright.chromium().launch(options));
  }

  /** A browser without a past. */
  Window open(URI dashboard, Path screenshots, boolean scripts) {
    var context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setBaseURL(dashboard.toString())
                .setJavaScriptEnabled(scripts)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setPermissions(List.of("clipboard-read", "clipboard-write"))
                .setViewportSize(Looks.DESK_WIDTH, Looks.HEIGHT));
    context.setDefaultTimeout(PATIENCE.toMillis());
    return new Window(context, dashboard, screenshots);
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }

  private static Optional<Path> program() {
    var folders = Arrays.asList(System.getenv("PATH").split(File.pathSeparator));
    return NAMES.stream()
        .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
