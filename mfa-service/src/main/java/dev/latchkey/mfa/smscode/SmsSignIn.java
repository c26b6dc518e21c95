package dev.latchkey.mfa.smscode;

import dev.latchkey.contracts.event.Message.PhoneCode;
import dev.latchkey.mfa.recoveryphone.RecoveryPhones;
import dev.latchkey.mfa.recoveryphone.SignInPhone;
import dev.latchkey.mfa.recoveryphone.SignInPhones;
import dev.latchkey.mfa.sms.SmsOrder;
import dev.latchkey.mfa.sms.SmsRequests;
import dev.latchkey.mfa.sms.SmsSending;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Sends a code for a sign-in. The code before it is dead; no failure is forgotten. */
@ApplicationScoped
class SmsSignIn {

  private final SignInPhones phones;
  private final SmsSending sending;
  private final Writing writing;

  SmsSignIn(SignInPhones phones, SmsSending sending, Writing writing) {
    this.phones = phones;
    this.sending = sending;
    this.writing = writing;
  }

  Uni<SmsOutcome> send(AskForSms ask) {
    return phones
        .look(ask.account(), ask.epoch())
        .chain(phone ->
            switch (phone) {
              case SignInPhone.Usable usable -> send(ask, usable);
              case SignInPhone.None _ -> answer(new SmsOutcome.NoPhone());
              case SignInPhone.TooNew(var wait) -> answer(new SmsOutcome.TooNew(wait));
              case SignInPhone.AfterReset(var wait) -> answer(new SmsOutcome.AfterReset(wait));
              case SignInPhone.NotHeardYet _ -> answer(new SmsOutcome.NotHeardYet());
            });
  }

  private Uni<SmsOutcome> send(AskForSms ask, SignInPhone.Usable phone) {
    var order =
        new SmsOrder(
            ask.account(),
            PhoneCode.Use.SIGN_IN,
            phone.id(),
            phone.number(),
            phone.hash(),
            ask.epoch(),
            ask.challenge(),
            ask.ip());
    return sending
        .send(order, () -> writing.write(order))
        .map(sent ->
            switch (sent) {
              case SmsSending.Sending.Asked _ -> new SmsOutcome.Sent(phone.number().masked());
              case SmsSending.Sending.NotAsked _ -> new SmsOutcome.NoPhone();
              case SmsSending.Sending.Capped(var after) -> new SmsOutcome.Capped(after);
            });
  }

  private static Uni<SmsOutcome> answer(SmsOutcome outcome) {
    return Uni.createFrom().item(outcome);
  }

  /** The transaction of {@link SmsSignIn}. */
  @ApplicationScoped
  static class Writing {

    private final RecoveryPhones phones;
    private final SignInPhones signIn;
    private final SmsRequests requests;

    Writing(RecoveryPhones phones, SignInPhones signIn, SmsRequests requests) {
      this.phones = phones;
      this.signIn = signIn;
      this.requests = requests;
    }

    /** False when the phone was removed meanwhile. */
    @WithTransaction
    Uni<Boolean> write(SmsOrder order) {
      return phones
          .hold(order.phone())
          .chain(there ->
              there
                  ? signIn.reseal(order.phone()).chain(() -> requests.ask(order)).replaceWith(true)
                  : Uni.createFrom().item(false));
    }
  }
}
