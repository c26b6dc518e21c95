package dev.latchkey.e2e.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Redis forgets: all, or what was written last. */
final class RedisLoss {

  private RedisLoss() {}

  static Blow flush(Setting setting) {
    return new Blow() {
      @Override
      public void strike() {
        setting.platform().redis().flush();
      }

      @Override
      public void close() {}
    };
  }

  /**
   * A machine that comes back with the disk it had before the round: sessions that were ended live
   * again in it, and attempts that were counted are not.
   */
  static Blow ofLastWrites(Setting setting) {
    var redis = setting.platform().store("redis");
    var disk = setting.platform().data().resolve("redis");
    var older = setting.platform().scratch().resolve("older-redis");
    replace(older, disk);
    return new Blow() {
      @Override
      public void strike() {
        redis.stop();
        replace(disk, older);
        redis.start();
      }

      @Override
      public void close() {}
    };
  }

  private static void replace(Path folder, Path by) {
    try {
      if (Files.exists(folder)) {
        try (var files = Files.walk(folder)) {
          for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(file);
          }
        }
      }
      Files.createDirectories(folder.getParent());
      try (var files = Files.walk(by)) {
        for (var file : files.toList()) {
          Files.copy(file, folder.resolve(by.relativize(file)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
