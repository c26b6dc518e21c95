package dev.latchkey.web.signin;

import java.util.List;
import java.util.Map;

/** How a browser is called in the list of sessions; the list has its whole user agent as well. */
public final class BrowserName {

  /** In this order: Edge calls itself Chrome too, and Chrome calls itself Safari. */
  private static final List<Map.Entry<String, String>> BROWSERS =
      List.of(
          Map.entry("Edg", "Edge"),
          Map.entry("OPR/", "Opera"),
          Map.entry("Firefox/", "Firefox"),
          Map.entry("FxiOS/", "Firefox"),
          Map.entry("CriOS/", "Chrome"),
          Map.entry("Chrome/", "Chrome"),
          Map.entry("Safari/", "Safari"));

  private static final List<Map.Entry<String, String>> SYSTEMS =
      List.of(
          Map.entry("iPhone", "iPhone"),
          Map.entry("iPad", "iPad"),
          Map.entry("Android", "Android"),
          Map.entry("Windows", "Windows"),
          Map.entry("Mac OS X", "macOS"),
          Map.entry("CrOS", "ChromeOS"),
          Map.entry("Linux", "Linux"));

  private static final String UNKNOWN = "Browser";

  private BrowserName() {}

  /** {@code Firefox on Linux}; a user agent tells no truths, so nothing is decided by it. */
  public static String of(String agent) {
    var browser = first(BROWSERS, agent);
    var system = first(SYSTEMS, agent);
    return system.isEmpty() ? named(browser) : named(browser) + " on " + system;
  }

  private static String named(String browser) {
    return browser.isEmpty() ? UNKNOWN : browser;
  }

  private static String first(List<Map.Entry<String, String>> names, String agent) {
    return names.stream()
        .filter(name -> agent.contains(name.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }
}
