package dev.latchkey.local.launcher.build;

import dev.latchkey.contracts.endpoint.Asker;
import dev.latchkey.contracts.endpoint.Owner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that Maven builds and the launcher runs.
 *
 * @param name of the program
 * @param module Maven's name for it
 * @param target where Maven puts it, from the root
 * @param quarkus true for a service or web in Quarkus' packaging, false for a class path
 */
record Product(String name, String module, Path target, boolean quarkus) {

  static List<Product> all() {
    var all = new ArrayList<Product>();
    for (var owner : Owner.values()) {
      all.add(quarkus(owner.service()));
    }
    all.add(quarkus(Asker.WEB.caller()));
    for (var program : List.of("gateway", "infra")) {
      all.add(
          new Product(
              program,
              "local-" + program,
              Path.of("deploy/local", program, "target", program + ".cp"),
              false));
    }
    return all;
  }

  private static Product quarkus(String name) {
    return new Product(name, name, Path.of(name, "target/quarkus-app/quarkus-run.jar"), true);
  }
}
