package dev.latchkey.local.launcher.house;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** A value in a file that only its owner reads, replaced as a whole. */
public record JsonFile<T>(Path path, Class<T> type) {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .setVisibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
          .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
          .enable(SerializationFeature.INDENT_OUTPUT);

  /** The value; empty when nothing was written yet. */
  public Optional<T> read() throws IOException {
    try {
      return Optional.of(JSON.readValue(Files.readString(path), type));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** Writes; a reader sees the old value or the new one. */
  public void write(T value) throws IOException {
    PrivateFile.write(path, JSON.writeValueAsString(value) + "\n");
  }
}
