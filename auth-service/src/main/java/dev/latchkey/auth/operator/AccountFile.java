package dev.latchkey.auth.operator;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.latchkey.auth.account.Account;
import dev.latchkey.auth.session.Session;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account as an operator sees it: what helps to tell whose it is and what is wrong, and nothing
 * that opens it.
 *
 * @param lastLogin the last completed sign-in; null for none yet
 * @param twoFactorSince null when two-factor is off
 * @param sessions those that are alive
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@JsonNaming(SnakeCaseStrategy.class)
record AccountFile(
    UUID id,
    String email,
    Instant createdAt,
    @Nullable Instant lastLogin,
    @Nullable Instant twoFactorSince,
    int epoch,
    List<SessionLine> sessions) {

  AccountFile {
    sessions = List.copyOf(sessions);
  }

  static AccountFile of(Account account, List<Session> sessions) {
    return new AccountFile(
        account.id().value(),
        account.email().value(),
        account.createdAt(),
        account.lastLoginAt(),
        account.twoFactorSince(),
        account.epoch(),
        sessions.stream().map(SessionLine::of).toList());
  }
}
