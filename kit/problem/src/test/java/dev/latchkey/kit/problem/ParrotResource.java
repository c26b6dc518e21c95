package dev.latchkey.kit.problem;

import com.fasterxml.jackson.annotation.JsonCreator;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A service as small as can be, that repeats what it is told and fails when it is asked to. */
@Path("/parrot")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ParrotResource {

  /** A value that is checked when made, as all of ours are. */
  record Word(String text) {
    @JsonCreator
    static Word of(String text) {
      if (text.length() > 20) {
        throw new IllegalArgumentException("secret reason " + text);
      }
      return new Word(text);
    }
  }

  /** Fails while it is written. */
  public static class Broken {
    public String getSecret() {
      throw new IllegalStateException("hunter2");
    }
  }

  record Phrase(
      @NotNull @Size(max = 10) String text,
      @Min(1) int times,
      @Nullable Word mood,
      @Nullable List<UUID> flock) {}

  @POST
  public Phrase repeat(@Valid @NotNull Phrase phrase) {
    return phrase;
  }

  @POST
  @Path("careless")
  public Phrase repeatUnchecked(Phrase phrase) {
    return new Phrase(phrase.text(), phrase.times(), null, null);
  }

  @POST
  @Path("form")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public int fields(@NotNull MultivaluedMap<String, String> form) {
    return form.size();
  }

  @POST
  @Path("silent")
  public String repeatIfAny(@Valid @Nullable Phrase phrase) {
    return phrase == null ? "nothing" : phrase.text();
  }

  @GET
  @Path("{id}")
  public Phrase one(UUID id) {
    return new Phrase(id.toString(), 1, null, null);
  }

  @GET
  public Phrase some(@QueryParam("limit") int limit) {
    return new Phrase("some", limit, null, null);
  }

  @GET
  @Path("ill")
  public Phrase ill() {
    throw new IllegalStateException("password=hunter2");
  }

  @GET
  @Path("outage")
  public Phrase outage() {
    throw new IllegalStateException(new ConnectException("10.1.2.3:5432"));
  }

  @GET
  @Path("tired")
  public Phrase tired() {
    throw new ProblemException(
        CommonProblem.RATE_LIMIT.problem().retryAfter(Duration.ofMillis(1500)).with("left", 0));
  }

  @GET
  @Path("wrong-answer")
  public @NotNull @Nullable Phrase nothing() {
    return null;
  }

  @GET
  @Path("broken-answer")
  public Object unwritable() {
    return new Broken();
  }
}
