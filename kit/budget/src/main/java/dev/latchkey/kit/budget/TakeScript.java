package dev.latchkey.kit.budget;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The Lua scripts: what has to be one step over all replicas. Pure text and its arguments. */
final class TakeScript {

  /** How long a used-up window makes the next wait longer. */
  static final Duration MEMORY = Duration.ofHours(24);

  static final int UNKNOWN = 0;
  static final int GRANTED = 1;
  static final int REFUSED = 2;

  /**
   * Takes one attempt. The hash carries the server's replication id: after a restart, a failover or
   * a flush it differs or is missing, and then Redis doesn't know, instead of knowing too little.
   * The time is the server's, so that clocks of replicas don't matter.
   */
  static final String TAKE =
      """
      local attempts, window, longest = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
      local memory, offset = tonumber(ARGV[4]), tonumber(ARGV[5])
      local replid = string.match(redis.call('INFO', 'replication'), 'master_replid:(%x+)')
      local time = redis.call('TIME')
      local now = time[1] * 1000 + math.floor(time[2] / 1000) + offset
      local held = redis.call('HMGET', KEYS[1],
          'taken', 'started', 'ends', 'level', 'level_until', 'replid')
      if held[6] ~= replid then
        if #ARGV < 10 then
          return {0}
        end
        for i = 1, 5 do held[i] = ARGV[5 + i] end
      end
      local taken, started, ends = tonumber(held[1]), tonumber(held[2]), tonumber(held[3])
      local level, level_until = tonumber(held[4]), tonumber(held[5])
      if now >= ends then
        if taken >= attempts then
          level, level_until = level + 1, ends + memory
        end
        if now >= level_until then
          level, level_until = 0, 0
        end
        taken, started, ends = 0, now, now + window
      end
      local answer = 2
      if taken < attempts then
        answer, taken = 1, taken + 1
        if taken == attempts then
          ends = started + math.max(window, math.min(window * 2 ^ level, longest))
        end
      end
      redis.call('HSET', KEYS[1], 'taken', taken, 'started', started, 'ends', ends,
          'level', level, 'level_until', level_until, 'replid', replid)
      redis.call('PEXPIRE', KEYS[1], ends - now + memory)
      return {answer, taken, started, ends, level, level_until, now}
      """;

  /**
   * Forgets all attempts, and that there are none is known: the next one need not ask the floor.
   */
  static final String CLEAR =
      """
      local replid = string.match(redis.call('INFO', 'replication'), 'master_replid:(%x+)')
      redis.call('HSET', KEYS[1], 'taken', 0, 'started', 0, 'ends', 0,
          'level', 0, 'level_until', 0, 'replid', replid)
      redis.call('PEXPIRE', KEYS[1], ARGV[1])
      return 1
      """;

  /** Gives one attempt back. What Redis has forgotten meanwhile the floor still knows. */
  static final String GIVE_BACK =
      """
      local taken = tonumber(redis.call('HGET', KEYS[1], 'taken'))
      if taken and taken > 0 then
        redis.call('HSET', KEYS[1], 'taken', taken - 1)
      end
      return 1
      """;

  private TakeScript() {}

  static List<String> arguments(Limit limit, Duration offset) {
    return Stream.of(
            limit.attempts(),
            limit.window().toMillis(),
            limit.longestDelay().toMillis(),
            MEMORY.toMillis(),
            offset.toMillis())
        .map(String::valueOf)
        .toList();
  }

  /** Of {@link #CLEAR}: no longer than a window's end is kept. */
  static List<String> memory() {
    return List.of(String.valueOf(MEMORY.toMillis()));
  }

  static List<String> seed(Tally floor) {
    return Stream.of(
            floor.taken(), floor.started(), floor.ends(), floor.level(), floor.levelUntil())
        .map(String::valueOf)
        .toList();
  }
}
