package dev.latchkey.mfa.recoveryphone;

import dev.latchkey.contracts.event.Message.PhoneCode;
import dev.latchkey.contracts.id.EventId;
import dev.latchkey.kit.budget.Budgets;
import dev.latchkey.kit.budget.Grant;
import dev.latchkey.kit.budget.Limit;
import dev.latchkey.mfa.sms.CodeBinding;
import dev.latchkey.mfa.sms.SmsCode;
import dev.latchkey.mfa.sms.SmsCodes;
import dev.latchkey.mfa.sms.SmsHash;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Validates a number by the code that was sent to it. */
@ApplicationScoped
class PhoneConfirmation {

  /**
   * A budget of its own: no second factor is asked for here, so a thief with a session could
   * otherwise use up the owner's attempts to sign in.
   */
  private static final Limit TRIES =
      new Limit("phone-confirm", 10, Duration.ofMinutes(15), Duration.ofHours(1));

  private final PhoneAccess access;
  private final Budgets budgets;
  private final Writing writing;

  PhoneConfirmation(PhoneAccess access, Budgets budgets, Writing writing) {
    this.access = access;
    this.budgets = budgets;
    this.writing = writing;
  }

  Uni<PhoneOutcome> confirm(ChangePhone ask, String typed) {
    return access.allow(
        ask,
        since ->
            budgets
                .take(TRIES, ask.account().toString())
                .chain(grant ->
                    switch (grant) {
                      case Grant.Refused(var after) ->
                          Uni.createFrom().item(new PhoneOutcome.Capped(after));
                      case Grant.Granted _ -> writing.confirm(ask, since, typed);
                    }));
  }

  /** The transaction of {@link PhoneConfirmation}. */
  @ApplicationScoped
  static class Writing {

    private final PhoneAccess access;
    private final RecoveryPhones phones;
    private final SmsCodes codes;
    private final SmsHash hashes;
    private final PhoneValidation validation;
    private final Clock clock;

    Writing(
        PhoneAccess access,
        RecoveryPhones phones,
        SmsCodes codes,
        SmsHash hashes,
        PhoneValidation validation,
        Clock clock) {
      this.access = access;
      this.phones = phones;
      this.codes = codes;
      this.hashes = hashes;
      this.validation = validation;
      this.clock = clock;
    }

    @WithTransaction
    Uni<PhoneOutcome> confirm(ChangePhone ask, EventId switchedOn, String typed) {
      return access
          .hold(ask, switchedOn)
          .chain(holds ->
              holds
                  ? phones.of(ask.account()).chain(all -> confirm(ask, all, typed))
                  : answer(new PhoneOutcome.AccountChanged()));
    }

    private Uni<PhoneOutcome> confirm(ChangePhone ask, AccountPhones all, String typed) {
      var phone = all.inSetUp().orElse(null);
      if (phone == null) {
        return answer(new PhoneOutcome.NoPhone());
      }
      return SmsCode.typed(typed)
          .map(code ->
              spend(ask, phone, code)
                  .chain(right ->
                      right
                          ? validation.validate(ask, all, phone)
                          : answer(new PhoneOutcome.WrongCode())))
          .orElseGet(() -> answer(new PhoneOutcome.WrongCode()));
    }

    private Uni<Boolean> spend(ChangePhone ask, RecoveryPhone phone, SmsCode code) {
      var use = PhoneCode.Use.SET_UP;
      var bound = new CodeBinding(ask.account(), use, ask.epoch(), phone.numberHash, null);
      return codes.spend(ask.account(), use, phone.id, hashes.typed(code, bound), clock.instant());
    }

    private static Uni<PhoneOutcome> answer(PhoneOutcome outcome) {
      return Uni.createFrom().item(outcome);
    }
  }
}
