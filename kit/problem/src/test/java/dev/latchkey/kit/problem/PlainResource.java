package dev.latchkey.kit.problem;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jspecify.annotations.Nullable;

/** A door that says nothing of media types. */
@Path("/plain")
public class PlainResource {

  record Wish(@Nullable @Size(max = 10) String text) {}

  @POST
  public Wish grant(@Valid @Nullable Wish wish) {
    return wish == null ? new Wish("nothing") : wish;
  }
}
