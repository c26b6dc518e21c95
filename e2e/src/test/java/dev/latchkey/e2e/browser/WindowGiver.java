package dev.latchkey.e2e.browser;

import dev.latchkey.e2e.platform.Platform;
import dev.latchkey.e2e.platform.PlatformGiver;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Opens a window for each parameter of a test, and looks at what they all noticed when it ends. */
final class WindowGiver
    implements ExecutionCondition, ParameterResolver, AfterTestExecutionCallback {

  private static final Namespace HERE = Namespace.create(WindowGiver.class);

  /** Where the dashboard is, should it not be the platform's own yet. */
  private static final String ELSEWHERE = System.getProperty("latchkey.e2e.dashboard", "");

  /** Asked for each test and not for the class, so that each one is counted as skipped. */
  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return context.getTestMethod().isEmpty() || Chromium.isInstalled()
        ? ConditionEvaluationResult.enabled("")
        : ConditionEvaluationResult.disabled("Chromium is not installed");
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Window.class
        && context.getTestMethod().isPresent();
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    var platform = PlatformGiver.platform(context);
    var window =
        chromium(context)
            .open(
                dashboard(platform),
                folder(platform, context),
                !parameter.isAnnotated(WithoutScripts.class));
    windows(context).all.add(window);
    return window;
  }

  @Override
  public void afterTestExecution(ExtensionContext context) {
    boolean failed = context.getExecutionException().isPresent();
    for (var window : windows(context).all) {
      if (failed) {
        window.keepAsFailed();
      } else {
        window.hasNothingToComplainOf();
      }
    }
  }

  private static Windows windows(ExtensionContext context) {
    return context
        .getStore(HERE)
        .computeIfAbsent(
            context.getUniqueId(), key -> new Windows(new ArrayList<>()), Windows.class);
  }

  /** Playwright belongs to one thread; JUnit runs a class on one. */
  private static Chromium chromium(ExtensionContext context) {
    var ofClass = context;
    while (ofClass.getTestMethod().isPresent()) {
      ofClass = ofClass.getParent().orElseThrow();
    }
    return ofClass
        .getStore(HERE)
        .computeIfAbsent("chromium", key -> Chromium.start(), Chromium.class);
  }

  private static URI dashboard(Platform platform) {
    return ELSEWHERE.isEmpty() ? platform.url() : URI.create(ELSEWHERE);
  }

  private static Path folder(Platform platform, ExtensionContext context) {
    return platform
        .root()
        .resolve("e2e/target/screenshots")
        .resolve(context.getRequiredTestClass().getSimpleName())
        .resolve(context.getRequiredTestMethod().getName());
  }

  /** Closed by JUnit when the test is over. */
  private record Windows(List<Window> all) implements AutoCloseable {
    @Override
    public void close() {
      all.forEach(Window::close);
    }
  }
}
