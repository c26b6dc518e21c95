package dev.latchkey.mfa.sms;

import dev.latchkey.kit.sealing.LookupHash;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The keyed hashes under which numbers and codes are kept. Both could be found by trying them all;
 * it is the key, which is not in the database, that makes a dump worthless.
 */
@ApplicationScoped
public class SmsHash {

  private static final String NUMBER = "recovery-phone";
  private static final String CODE = "sms-code";
  private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

  private final LookupHash keyed;

  SmsHash(LookupHash keyed) {
    this.keyed = keyed;
  }

  /** By which accounts with the same number are found. */
  public String of(PhoneNumber number) {
    return TEXT.encodeToString(keyed.of(NUMBER, number.e164()));
  }

  /** Those that a number may be kept under, for a look-up. */
  public List<String> all(PhoneNumber number) {
    return keyed.all(NUMBER, number.e164()).stream().map(TEXT::encodeToString).toList();
  }

  /**
   * The code together with all that it is bound to: used for anything else it is another code. The
   * challenge comes last, as it alone is not of a known form.
   */
  String of(SmsCode code, CodeBinding binding) {
    return TEXT.encodeToString(keyed.of(CODE, text(code, binding)));
  }

  /**
   * What the code that was typed may be kept under, bound to the same: hashes parted by commas, as
   * one parameter of the statement that spends it.
   */
  public String typed(SmsCode code, CodeBinding binding) {
    return keyed.all(CODE, text(code, binding)).stream()
        .map(TEXT::encodeToString)
        .collect(Collectors.joining(","));
  }

  private static String text(SmsCode code, CodeBinding binding) {
    var challenge = binding.challenge() == null ? "none" : "of " + binding.challenge();
    return String.join(
        "\n",
        binding.account().toString(),
        binding.use().name(),
        String.valueOf(binding.epoch()),
        binding.numberHash(),
        code.digits(),
        challenge);
  }
}
