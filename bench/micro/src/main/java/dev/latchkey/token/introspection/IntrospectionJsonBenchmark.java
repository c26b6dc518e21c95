package dev.latchkey.token.introspection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.AuthorizationId;
import dev.latchkey.token.introspection.IntrospectionRoute.Introspection;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The answer about a live token, from and to JSON. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class IntrospectionJsonBenchmark {

  private final JsonMapper json = JsonMapper.builder().addModule(new JavaTimeModule()).build();
  private final Introspection answer =
      new Introspection(
          true,
          new AuthorizationId(new UUID(1, 2)),
          new UUID(3, 4),
          new AccountId(new UUID(5, 6)),
          "authorization",
          7,
          "read write",
          null,
          null,
          null,
          null);
  private final byte[] text = written();

  @Benchmark
  public byte[] write() throws JsonProcessingException {
    return json.writeValueAsBytes(answer);
  }

  @Benchmark
  public Introspection read() throws IOException {
    return json.readValue(text, Introspection.class);
  }

  private byte[] written() {
    try {
      return write();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
