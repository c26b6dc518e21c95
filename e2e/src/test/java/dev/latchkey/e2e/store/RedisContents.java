package dev.latchkey.e2e.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.params.ScanParams;

/** What Redis holds. */
public final class RedisContents {

  private static final int MANY = 500;

  private final int port;

  public RedisContents(int port) {
    this.port = port;
  }

  /** Shows every key with everything that is stored under it. */
  public void dump(BiConsumer<String, String> reader) {
    try (var redis = new Jedis("127.0.0.1", port)) {
      keys(redis).forEach(key -> reader.accept(key, key + " " + contents(redis, key)));
    }
  }

  /** Keys without a time to live: there must be none. */
  public List<String> keysThatStayForEver() {
    try (var redis = new Jedis("127.0.0.1", port)) {
      return keys(redis).stream().filter(key -> redis.pttl(key) == -1).toList();
    }
  }

  /** Forgets everything, as a server that lost its disk. */
  public void flush() {
    try (var redis = new Jedis("127.0.0.1", port)) {
      var unused = redis.flushAll();
    }
  }

  private static List<String> keys(Jedis redis) {
    var keys = new ArrayList<String>();
    var cursor = ScanParams.SCAN_POINTER_START;
    do {
      var page = redis.scan(cursor, new ScanParams().count(MANY));
      keys.addAll(page.getResult());
      cursor = page.getCursor();
    } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
    return keys;
  }

  private static String contents(Jedis redis, String key) {
    return switch (redis.type(key)) {
      case "string" -> String.valueOf(redis.get(key));
      case "hash" -> redis.hgetAll(key).toString();
      case "set" -> redis.smembers(key).toString();
      case "zset" -> redis.zrange(key, 0, -1).toString();
      case "list" -> redis.lrange(key, 0, -1).toString();
      default -> "";
    };
  }
}
