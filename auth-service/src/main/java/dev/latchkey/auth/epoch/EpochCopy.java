package dev.latchkey.auth.epoch;

import dev.latchkey.auth.redis.RedisScript;
import dev.latchkey.auth.redis.SharedLine;
import dev.latchkey.contracts.id.AccountId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.RedisAPI;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * The copy of epochs in Redis, so that a session check does not need PostgreSQL. The copy must
 * never say an older epoch than was committed, therefore:
 *
 * <ul>
 *   <li>it carries the replication id of the server that took the write: after a fail-over, which
 *       may have lost the last writes, every copy is void;
 *   <li>before a rise commits, a fence is put in its place: until the new copy is there (or the
 *       fence expires) everybody reads PostgreSQL, whoever is killed in between;
 *   <li>a copy or a fence is only replaced by a higher epoch, so a slow reader can't put an old one
 *       back for as long as either is there;
 *   <li>fence and copy travel on the line on which sessions are read: where these still come
 *       through, a cut does too, also when all other connections are lost.
 * </ul>
 */
@ApplicationScoped
class EpochCopy {

  private static final String COPY_SECONDS = "60";
  private static final String FENCE_SECONDS = "10";

  private static final String REPLICATION_ID =
      "local id = string.match(redis.call('INFO', 'replication'), 'master_replid:(%x+)')\n";

  private static final String READ =
      REPLICATION_ID + EpochRecord.STANDING + "return standing(redis.call('GET', KEYS[1]), id)\n";

  /** ARGV: epoch, kept session or '-', seconds. */
  private static final String PUT =
      REPLICATION_ID
          + """
          local copy = redis.call('GET', KEYS[1])
          if copy and string.sub(copy, 1, 40) == id then
            local text = string.sub(copy, 42)
            local fenced = string.match(text, '^fence (%d+)')
            local there = fenced or string.match(text, '^(%d+)')
            if tonumber(there) > tonumber(ARGV[1]) then return 0 end
            if fenced and tonumber(fenced) == tonumber(ARGV[1]) then return 0 end
          end
          redis.call('SET', KEYS[1], id .. ' ' .. ARGV[1] .. ' ' .. ARGV[2], 'EX', ARGV[3])
          return 1
          """;

  /** ARGV: the epoch that is about to be left, as far as the caller knows; seconds. */
  private static final String FENCE =
      REPLICATION_ID
          + """
          local leaving = tonumber(ARGV[1])
          local copy = redis.call('GET', KEYS[1])
          if copy and string.sub(copy, 1, 40) == id then
            local there = tonumber(string.match(string.sub(copy, 42), '%d+'))
            if there > leaving then leaving = there end
          end
          redis.call('SET', KEYS[1], id .. ' fence ' .. leaving, 'EX', ARGV[2])
          return 1
          """;

  private final SharedLine line;
  private final RedisScript read;
  private final RedisScript put;
  private final RedisScript fence;

  EpochCopy(RedisAPI redis, SharedLine line) {
    this.line = line;
    this.read = new RedisScript(redis, READ);
    this.put = new RedisScript(redis, PUT);
    this.fence = new RedisScript(redis, FENCE);
  }

  /** The copy, or nothing when there is none that can be trusted. */
  Uni<Optional<Standing>> read(AccountId account) {
    return read.run(List.of(EpochRecord.key(account)), List.of())
        .map(copy -> EpochRecord.read(copy == null ? null : copy.toString()));
  }

  Uni<Void> put(AccountId account, Standing standing) {
    var kept = standing.kept() == null ? EpochRecord.NOBODY : standing.kept().toString();
    var epoch = Integer.toString(standing.epoch());
    return put.share(line, List.of(EpochRecord.key(account)), List.of(epoch, kept, COPY_SECONDS))
        .replaceWithVoid();
  }

  Uni<Void> fence(AccountId account, int leaving) {
    var epoch = Integer.toString(leaving);
    return fence
        .share(line, List.of(EpochRecord.key(account)), List.of(epoch, FENCE_SECONDS))
        .replaceWithVoid();
  }
}
