package dev.latchkey.local.launcher.run;

import dev.latchkey.local.launcher.build.App;
import dev.latchkey.local.launcher.house.Leash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * A jar with {@link Leash} alone before the jar that Quarkus made. It opens the same modules as
 * that one's manifest does; written as options these would cost the JVM's archived module graph.
 */
final class LeashJar {

  private LeashJar() {}

  /** The jar for a service, made when it is missing. */
  static Path of(App app) throws IOException {
    var name = Leash.class.getName().replace('.', '/') + ".class";
    byte[] code;
    try (var in = Leash.class.getClassLoader().getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("no " + name);
      }
      code = in.readAllBytes();
    }
    var version = Integer.toHexString(Arrays.hashCode(code));
    var jar = app.folder().resolve("leash-" + version + ".jar");
    if (!Files.exists(jar)) {
      var half = app.folder().resolve("half.jar");
      try (var out = new JarOutputStream(Files.newOutputStream(half), manifest(app))) {
        out.putNextEntry(new JarEntry(name));
        out.write(code);
      }
      Files.move(half, jar, StandardCopyOption.ATOMIC_MOVE);
    }
    return jar;
  }

  private static Manifest manifest(App app) throws IOException {
    var runner = app.manifest();
    var manifest = new Manifest();
    var own = manifest.getMainAttributes();
    own.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    own.put(Attributes.Name.MAIN_CLASS, Leash.class.getName());
    own.put(Attributes.Name.CLASS_PATH, app.runner().getFileName().toString());
    for (var name : new String[] {"Add-Opens", "Add-Exports"}) {
      var value = runner.getValue(name);
      if (value != null) {
        own.putValue(name, value);
      }
    }
    return manifest;
  }
}
