package dev.latchkey.mfa.recoveryphone;

import dev.latchkey.contracts.event.Message.PhoneCode;
import dev.latchkey.contracts.id.EventId;
import dev.latchkey.kit.budget.Budgets;
import dev.latchkey.kit.budget.Grant;
import dev.latchkey.kit.budget.Limit;
import dev.latchkey.kit.identity.RandomIds;
import dev.latchkey.mfa.phoneline.LineJudgement;
import dev.latchkey.mfa.phoneline.LineLookup;
import dev.latchkey.mfa.phoneline.LinePolicyConfig;
import dev.latchkey.mfa.phoneline.LineType;
import dev.latchkey.mfa.sms.PhoneNumber;
import dev.latchkey.mfa.sms.SmsHash;
import dev.latchkey.mfa.sms.SmsOrder;
import dev.latchkey.mfa.sms.SmsSending;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Sets a number up: asks what kind of line it is and sends it a code. Nothing counts before that
 * code has come back.
 */
@ApplicationScoped
class PhoneSetUp {

  /** Each look-up costs the operator money, also that of a number which is then refused. */
  private static final Limit LOOK_UPS =
      new Limit("phone-line", 20, Duration.ofDays(1), Duration.ofDays(1));

  private final PhoneAccess access;
  private final Budgets budgets;
  private final LineLookup lines;
  private final LinePolicyConfig policy;
  private final SmsHash hashes;
  private final SmsSending sending;
  private final PhoneSetUpWriting writing;
  private final RandomIds ids;

  PhoneSetUp(
      PhoneAccess access,
      Budgets budgets,
      LineLookup lines,
      LinePolicyConfig policy,
      SmsHash hashes,
      SmsSending sending,
      PhoneSetUpWriting writing,
      RandomIds ids) {
    this.access = access;
    this.budgets = budgets;
    this.lines = lines;
    this.policy = policy;
    this.hashes = hashes;
    this.sending = sending;
    this.writing = writing;
    this.ids = ids;
  }

  Uni<PhoneOutcome> setUp(ChangePhone ask, PhoneNumber number) {
    return access.allow(ask, since -> lookUp(ask, since, number));
  }

  private Uni<PhoneOutcome> lookUp(ChangePhone ask, EventId since, PhoneNumber number) {
    return budgets
        .take(LOOK_UPS, ask.account().toString())
        .chain(grant ->
            switch (grant) {
              case Grant.Refused(var after) -> answer(new PhoneOutcome.Capped(after));
              case Grant.Granted _ ->
                  lines.of(number).chain(line -> judge(ask, since, number, line));
            });
  }

  private Uni<PhoneOutcome> judge(
      ChangePhone ask, EventId since, PhoneNumber number, LineType line) {
    var judgement = LineJudgement.of(line, policy);
    return judgement.refused()
        ? answer(new PhoneOutcome.Refused(judgement.why()))
        : unlessShared(ask, since, order(ask, number), line);
  }

  private Uni<PhoneOutcome> unlessShared(
      ChangePhone ask, EventId since, SmsOrder order, LineType line) {
    return writing
        .shared(order)
        .chain(shared ->
            shared
                ? answer(new PhoneOutcome.Refused(null))
                : sending
                    .send(order, () -> writing.write(ask, since, order, line))
                    .map(PhoneSetUp::outcome));
  }

  private SmsOrder order(ChangePhone ask, PhoneNumber number) {
    return new SmsOrder(
        ask.account(),
        PhoneCode.Use.SET_UP,
        ids.next(),
        number,
        hashes.of(number),
        ask.epoch(),
        null,
        ask.origin().ip());
  }

  private static PhoneOutcome outcome(SmsSending.Sending sent) {
    return switch (sent) {
      case SmsSending.Sending.Asked _ -> new PhoneOutcome.CodeSent();
      case SmsSending.Sending.NotAsked _ -> new PhoneOutcome.AccountChanged();
      case SmsSending.Sending.Capped(var after) -> new PhoneOutcome.Capped(after);
    };
  }

  private static Uni<PhoneOutcome> answer(PhoneOutcome outcome) {
    return Uni.createFrom().item(outcome);
  }
}
