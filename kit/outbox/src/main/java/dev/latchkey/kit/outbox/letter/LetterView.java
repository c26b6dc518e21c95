package dev.latchkey.kit.outbox.letter;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.latchkey.contracts.event.DeadLetter;
import dev.latchkey.kit.outbox.wire.CloudEvent;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an operator sees of a letter: nothing of its body, and not whose account it is about. Null
 * where the record had no such thing: anybody may have written it, so no text of it is passed on.
 *
 * @param topic where it was heard, and there on which partition, at which offset
 * @param reason in our words
 */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "DeadLetter")
record LetterView(
    String topic,
    @Nullable String type,
    @Nullable UUID eventId,
    @Nullable Instant at,
    long partition,
    long offset,
    String reason,
    boolean readable) {

  private static final Pattern TYPE = Pattern.compile("dev\\.latchkey(\\.\\w{1,40}){1,4}");

  static LetterView of(Letter letter) {
    return new LetterView(
        letter.topic().topic(),
        type(letter.header(CloudEvent.TYPE)),
        id(letter.header(CloudEvent.ID)),
        time(letter.header(CloudEvent.TIME)),
        letter.number(DeadLetter.PARTITION),
        letter.number(DeadLetter.OFFSET),
        letter.header(DeadLetter.REASON),
        letter.readable());
  }

  private static @Nullable String type(String text) {
    return TYPE.matcher(text).matches() ? text : null;
  }

  private static @Nullable UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static @Nullable Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
