package dev.latchkey.mfa.sms;

import dev.latchkey.contracts.event.Message.PhoneCode;
import dev.latchkey.contracts.id.AccountId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Please text somebody a code.
 *
 * @param phone the row of the phone
 * @param numberHash the number's keyed hash
 * @param epoch the account's epoch that the caller was checked against
 * @param challenge the sign-in that waits for the code; null when there is none
 * @param ip the address that asks
 */
public record SmsOrder(
    AccountId account,
    PhoneCode.Use use,
    UUID phone,
    PhoneNumber number,
    String numberHash,
    int epoch,
    @Nullable String challenge,
    String ip) {

  CodeBinding binding() {
    return new CodeBinding(account, use, epoch, numberHash, challenge);
  }
}
