package dev.latchkey.auth.session;

import dev.latchkey.auth.epoch.EpochRecord;

/**
 * The Lua of {@link Sessions}. A record is {@code <replication id> <sealed>}: the replication id of
 * the server that wrote it, 40 hex digits, tells a reader whether a fail-over lay between.
 */
final class SessionScripts {

  private static final String REPLICATION_ID =
      "local id = string.match(redis.call('INFO', 'replication'), 'master_replid:(%x+)')\n";

  private static final String RECORD =
      REPLICATION_ID
          + """
          local record = redis.call('GET', KEYS[1])
          if not record then return false end
          local same = 0
          if string.sub(record, 1, 40) == id then same = 1 end
          """;

  /** KEYS: session. Answers nil, or the record and whether this server wrote it (1 or 0). */
  static final String READ = RECORD + "return {string.sub(record, 42), same}\n";

  /**
   * KEYS: session, the epoch of the account that it is believed to be of. Answers the same and the
   * standing of that account ({@link EpochRecord}), empty where there is none to be trusted.
   */
  static final String READ_IN_EPOCH =
      RECORD
          + EpochRecord.STANDING
          + """
          return {string.sub(record, 42), same, standing(redis.call('GET', KEYS[2]), id) or ''}
          """;

  /** KEYS: session. ARGV: sealed session, time to live in ms. A new record. */
  static final String CREATE =
      REPLICATION_ID
          + """
          redis.call('SET', KEYS[1], id .. ' ' .. ARGV[1], 'PX', ARGV[2])
          return 1
          """;

  /**
   * KEYS: session. ARGV: sealed session, time to live in ms, the one that it replaces. Answers 1
   * when it is written, 0 when somebody else has written meanwhile, nil when the session is over: a
   * write that comes late must not bring it back.
   */
  static final String REPLACE =
      REPLICATION_ID
          + """
          local record = redis.call('GET', KEYS[1])
          if not record then return false end
          if string.sub(record, 42) ~= ARGV[3] then return 0 end
          redis.call('SET', KEYS[1], id .. ' ' .. ARGV[1], 'PX', ARGV[2])
          return 1
          """;

  private SessionScripts() {}
}
