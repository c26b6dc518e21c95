package dev.latchkey.mfa.recoveryphone;

import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.mfa.Patience;
import dev.latchkey.mfa.cut.AccountCut;
import dev.latchkey.mfa.cut.AccountCuts;
import dev.latchkey.mfa.phoneline.LineJudgement;
import dev.latchkey.mfa.phoneline.LinePolicyConfig;
import dev.latchkey.mfa.sms.SmsCodes;
import dev.latchkey.mfa.sms.SmsDelivery;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Shows how things are with an account's phone; never the number itself. */
@ApplicationScoped
public class PhoneStates {

  private final RecoveryPhones phones;
  private final SignInPhones signIn;
  private final AccountCuts cuts;
  private final SmsCodes codes;
  private final NumberSeal seal;
  private final LinePolicyConfig policy;
  private final Patience patience;

  PhoneStates(
      RecoveryPhones phones,
      SignInPhones signIn,
      AccountCuts cuts,
      SmsCodes codes,
      NumberSeal seal,
      LinePolicyConfig policy,
      Patience patience) {
    this.phones = phones;
    this.signIn = signIn;
    this.cuts = cuts;
    this.codes = codes;
    this.seal = seal;
    this.policy = policy;
    this.patience = patience;
  }

  /** The account's number, masked: that which counts, else that which will; null without one. */
  public Uni<@Nullable String> masked(AccountId account) {
    return phones.look(account).map(this::masked);
  }

  /** To who is signed in. */
  Uni<PhoneView> of(AccountId account) {
    return patience
        .with(
            Panache.withSession(() ->
                phones.of(account).chain(found -> cuts.of(account).map(cut -> view(found, cut)))))
        .chain(view -> withDelivery(account, view));
  }

  /** To who waits for a code at sign-in: where it goes, and whether it has arrived. */
  Uni<PhoneView> ofSignIn(AccountId account, int epoch) {
    return signIn
        .look(account, epoch)
        .chain(phone ->
            phone instanceof SignInPhone.Usable usable
                ? codes
                    .ofSignIn(account, epoch)
                    .map(delivery -> usable(usable.number().masked(), delivery))
                : Uni.createFrom().item(PhoneView.none()));
  }

  private Uni<PhoneView> withDelivery(AccountId account, PhoneView view) {
    return view.state() == PhoneView.State.CODE_SENT
        ? codes.ofSetUp(account).map(delivery -> with(view, delivery))
        : Uni.createFrom().item(view);
  }

  private PhoneView view(AccountPhones found, @Nullable AccountCut cut) {
    var newest = found.inSetUp().or(found::waiting).or(found::counting).orElse(null);
    if (newest == null) {
      return PhoneView.none();
    }
    var from = from(newest, cut);
    var warning = LineJudgement.of(newest.line(), policy).warning();
    return new PhoneView(
        masked(found), seal.open(newest).masked(), state(newest, from, found), from, warning, null);
  }

  /** A number that counts, but not for the time after a password reset, counts after that. */
  private @Nullable Instant from(RecoveryPhone newest, @Nullable AccountCut cut) {
    var from = newest.usableFrom;
    var paused = signIn.pausedUntil(cut);
    return from != null && paused != null && paused.isAfter(from) ? paused : from;
  }

  private static PhoneView.State state(
      RecoveryPhone newest, @Nullable Instant from, AccountPhones found) {
    if (newest.usableFrom == null || from == null) {
      return PhoneView.State.CODE_SENT;
    }
    return from.isAfter(found.now()) ? PhoneView.State.WAITING : PhoneView.State.USABLE;
  }

  private @Nullable String masked(AccountPhones found) {
    return found.validated().map(phone -> seal.open(phone).masked()).orElse(null);
  }

  private static PhoneView usable(String masked, @Nullable SmsDelivery delivery) {
    return new PhoneView(masked, masked, PhoneView.State.USABLE, null, null, delivery);
  }

  private static PhoneView with(PhoneView view, @Nullable SmsDelivery delivery) {
    return new PhoneView(
        view.smsNumber(), view.number(), view.state(), view.usableFrom(), view.warning(), delivery);
  }
}
