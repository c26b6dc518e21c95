package dev.latchkey.auth.redis;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vertx.mutiny.redis.client.Response;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * One Lua script: sent by its digest, and in full when Redis does not know it (yet, or any more).
 */
public final class RedisScript {

  /** Longer than this Redis is away: the caller fails closed with 503. */
  public static final Duration PATIENCE = Duration.ofMillis(700);

  private final RedisAPI redis;
  private final String lua;
  private final String digest;

  public RedisScript(RedisAPI redis, String lua) {
    this.redis = redis;
    this.lua = lua;
    this.digest = sha1(lua);
  }

  /**
   * Runs the script, atomically.
   *
   * @return what it returned; a null item when it returned nil or false
   */
  public Uni<Response> run(List<String> keys, List<String> arguments) {
    return redis
        .evalsha(command(digest, keys, arguments))
        .onFailure(RedisScript::unknown)
        .recoverWithUni(() -> redis.eval(command(lua, keys, arguments)))
        .ifNoItem()
        .after(PATIENCE)
        .fail();
  }

  /**
   * Runs a script that may run twice, because it only reads or leaves the same behind: on the
   * connection that others wait on too; once more on one of its own when that fails.
   *
   * @return as of {@link #run}
   */
  public Uni<Response> share(SharedLine shared, List<String> keys, List<String> arguments) {
    return Uni.createFrom()
        .deferred(() -> {
          var line = shared.use();
          return line.send(request(keys, arguments))
              .onFailure()
              .recoverWithUni(() -> run(keys, arguments))
              .ifNoItem()
              .after(PATIENCE)
              .fail()
              .onFailure(TimeoutException.class)
              .invoke(line::giveUp);
        });
  }

  private Request request(List<String> keys, List<String> arguments) {
    var request = Request.cmd(Command.EVALSHA).arg(digest).arg(keys.size());
    keys.forEach(request::arg);
    arguments.forEach(request::arg);
    return request;
  }

  /** True when Redis says that it does not know the script: it has answered, and is well. */
  private static boolean unknown(Throwable failure) {
    return failure.getMessage() != null && failure.getMessage().startsWith("NOSCRIPT");
  }

  private static List<String> command(String script, List<String> keys, List<String> arguments) {
    var command = new ArrayList<String>(2 + keys.size() + arguments.size());
    command.add(script);
    command.add(Integer.toString(keys.size()));
    command.addAll(keys);
    command.addAll(arguments);
    return command;
  }

  /** Redis names scripts by SHA-1; nothing secret depends on it. */
  private static String sha1(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-1");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
