package dev.latchkey.local.infra.postgres;

import com.sun.security.auth.module.UnixSystem;
import dev.latchkey.local.infra.store.StoreFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Who PostgreSQL runs as: it refuses to be root. */
enum RunAs {
  /** This program is not root: PostgreSQL is the same user. */
  SELF(),
  /** Root in a user namespace without a mapping: the files' owner, but "nobody" to PostgreSQL. */
  NAMESPACE("unshare", "-U"),
  /** Root where namespaces are forbidden, as in most containers: really another user. */
  NOBODY("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

  private static final int ID_OF_NOBODY = 65_534;

  private final List<String> prefix;

  RunAs(String... prefix) {
    this.prefix = List.of(prefix);
  }

  static RunAs detect() throws StoreFailed, InterruptedException {
    if (new UnixSystem().getUid() != 0) {
      return SELF;
    }
    for (var way : List.of(NAMESPACE, NOBODY)) {
      if (way.works()) {
        return way;
      }
    }
    throw new StoreFailed(
        "PostgreSQL refuses to run as root, and neither unshare nor setpriv (util-linux) works"
            + " here; run as an ordinary user");
  }

  List<String> command(String... command) {
    return Stream.concat(prefix.stream(), Stream.of(command)).toList();
  }

  /** Lets PostgreSQL own a file or an empty directory. */
  void give(Path file) throws IOException {
    if (this == NOBODY) {
      Files.setAttribute(file, "unix:uid", ID_OF_NOBODY);
      Files.setAttribute(file, "unix:gid", ID_OF_NOBODY);
    }
  }

  private boolean works() throws InterruptedException {
    try {
      var id =
          new ProcessBuilder(command("sh", "-c", "test \"$(id -u)\" != 0"))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return id.waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
