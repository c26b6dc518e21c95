package dev.latchkey.e2e.platform;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands out the one platform of the run, and stops it when the last test is over. */
public final class PlatformGiver implements ParameterResolver {

  private static final Namespace HERE = Namespace.create(PlatformGiver.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Platform.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return platform(context);
  }

  /** For extensions that stand on it. */
  public static Platform platform(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(HERE)
        .computeIfAbsent("platform", key -> new Run(Launching.start()), Run.class)
        .platform();
  }

  /** Closed by JUnit at the end of the run. */
  private record Run(Launching launching, Platform platform) implements AutoCloseable {

    Run(Launching launching) {
      this(launching, new Platform(launching));
    }

    @Override
    public void close() {
      launching.stop();
    }
  }
}
