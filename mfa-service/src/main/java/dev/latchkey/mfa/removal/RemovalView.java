package dev.latchkey.mfa.removal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A removal, as operators are shown it: key ids of who asked and who agreed, and when it is due.
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@JsonNaming(SnakeCaseStrategy.class)
record RemovalView(
    UUID account,
    String askedBy,
    Instant askedAt,
    @Nullable String approvedBy,
    @Nullable Instant approvedAt,
    @Nullable Instant dueAt) {

  static RemovalView of(FactorRemoval removal) {
    return new RemovalView(
        removal.account,
        removal.askedBy,
        removal.askedAt,
        removal.approvedBy,
        removal.approvedAt,
        removal.dueAt);
  }
}
