package dev.latchkey.kit.budget;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vertx.mutiny.redis.client.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** A Lua script that Redis knows by its digest, and is told in full when it has forgotten it. */
record Script(String text, String digest) {

  static Script of(String text) {
    try {
      var sha1 = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
      return new Script(text, HexFormat.of().formatHex(sha1));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }

  Uni<Response> run(RedisAPI redis, BudgetKey key, List<String> arguments) {
    return redis
        .evalsha(command(digest, key, arguments))
        .onFailure(Script::forgotten)
        .recoverWithUni(() -> redis.eval(command(text, key, arguments)));
  }

  private static boolean forgotten(Throwable failure) {
    var message = failure.getMessage();
    return message != null && message.startsWith("NOSCRIPT");
  }

  private static List<String> command(String script, BudgetKey key, List<String> arguments) {
    var words = new ArrayList<>(List.of(script, "1", key.inRedis()));
    words.addAll(arguments);
    return words;
  }

  static List<String> join(List<String> some, List<String> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }
}
