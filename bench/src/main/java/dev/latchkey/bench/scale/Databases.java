package dev.latchkey.bench.scale;

import java.util.Collection;
import java.util.List;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.params.ScanParams;

/**
 * Two databases of one Redis that change places (SWAPDB): the real one with the few sessions that
 * are there, and one with those and very many more. The real one is put back at the end, or by the
 * next run.
 */
final class Databases implements TwoSizes, AutoCloseable {

  private static final int OTHER = 1;
  private static final int AT_ONCE = 10_000;

  /** Millions of keys are not dropped in the usual two seconds. */
  private static final int PATIENCE_MILLIS = 60_000;

  /** Lies in the real one, whichever number that has. */
  private static final String REAL = "bench:real";

  private static final String SESSION = "lk:session:";

  private static final String COPY =
      """
      for _, key in ipairs(KEYS) do redis.call('COPY', key, key, 'DB', ARGV[1]) end
      return #KEYS
      """;

  // Records as long as the one that is there, under keys as long as a digest; and for three of them
  // the list of their account, as an account with three sessions has it.
  private static final String FILL =
      """
      local record = ARGV[1]
      for i = tonumber(ARGV[2]), tonumber(ARGV[3]) do
        local key = 'lk:session:' .. redis.sha1hex(i) .. 'xyz'
        redis.call('SET', key, record, 'PX', 86400000)
        local account = 'lk:sessions:' .. string.sub(redis.sha1hex('account' .. math.floor(i / 3)), 1, 36)
        redis.call('HSET', account, string.sub(redis.sha1hex('id' .. i), 1, 36), key)
      end
      return 1
      """;

  private final Jedis redis;
  private final List<Long> processes;
  private boolean realShown = true;
  private long few;
  private long more;

  private Databases(Jedis redis, List<Long> processes) {
    this.redis = redis;
    this.processes = processes;
  }

  /**
   * Puts back what an earlier run has left aside.
   *
   * @param server Redis' process
   * @param service auth-service's
   */
  static Databases open(int port, long server, long service) {
    var databases =
        new Databases(new Jedis("127.0.0.1", port, PATIENCE_MILLIS), List.of(server, service));
    databases.tidy();
    return databases;
  }

  /** Fills the other one: a copy of the real one, and sessions until there are so many. */
  void fill(int large) {
    // A file of gigabytes that nobody will read.
    var _ = redis.configSet("appendonly", "no");
    var _ = redis.set(REAL, "1");
    var record = copy();
    var _ = redis.select(OTHER);
    for (int i = 0; i < large; i += AT_ONCE) {
      var range =
          List.of(record, String.valueOf(i + 1), String.valueOf(Math.min(large, i + AT_ONCE)));
      var _ = redis.eval(FILL, List.of(), range);
      System.err.printf("\r%d of %d sessions ", i + AT_ONCE, large);
    }
    more = large;
    System.err.println();
    var _ = redis.select(0);
  }

  /** Copies the real one to the other; one of its sessions, as it is stored. */
  private String copy() {
    var record = "";
    var cursor = ScanParams.SCAN_POINTER_START;
    do {
      var page = redis.scan(cursor, new ScanParams().count(AT_ONCE));
      var keys = page.getResult().stream().filter(key -> !key.equals(REAL)).toList();
      var _ = redis.eval(COPY, keys, List.of(String.valueOf(OTHER)));
      var sessions = keys.stream().filter(key -> key.startsWith(SESSION)).toList();
      few += sessions.size();
      record = sessions.stream().findAny().map(redis::get).orElse(record);
      cursor = page.getCursor();
    } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
    return record;
  }

  @Override
  public void show(Size size) {
    if (realShown == (size == Size.LARGE)) {
      var _ = redis.swapDB(0, OTHER);
      realShown = !realShown;
    }
  }

  @Override
  public long count(Size size) {
    return size == Size.SMALL ? few : few + more;
  }

  @Override
  public Collection<Long> processes() {
    return processes;
  }

  private void tidy() {
    var _ = redis.select(OTHER);
    if (redis.exists(REAL)) {
      var _ = redis.swapDB(0, OTHER);
    }
    var _ = redis.flushDB();
    var _ = redis.select(0);
    var _ = redis.del(REAL);
    realShown = true;
  }

  @Override
  public void close() {
    try (redis) {
      tidy();
      var _ = redis.configSet("appendonly", "yes");
    }
  }
}
