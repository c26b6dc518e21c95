package dev.latchkey.local.launcher.attack;

import java.nio.file.Path;

/**
 * A test that says which attack it shows.
 *
 * @param tag the attack's
 * @param module its folder, from the root
 * @param className with its package
 * @param method empty when the tag is on the class, and so on each of its methods
 */
record TaggedTest(String tag, Path module, String className, String method) {

  /** As other pages name tests, with the module before it: several have a class of one name. */
  String title() {
    var simple = className.substring(className.lastIndexOf('.') + 1);
    return module + " `" + simple + (method.isEmpty() ? "" : "#" + method) + "`";
  }
}
