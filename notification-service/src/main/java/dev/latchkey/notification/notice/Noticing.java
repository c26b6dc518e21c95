package dev.latchkey.notification.notice;

import dev.latchkey.contracts.event.AccountEvent.EmailChanged;
import dev.latchkey.contracts.event.AccountEvent.SignedIn;
import dev.latchkey.contracts.event.Event;
import dev.latchkey.contracts.event.MfaEvent.RecoveryPhoneAdded;
import dev.latchkey.contracts.event.MfaEvent.RecoveryPhoneRemoved;
import dev.latchkey.contracts.event.Origin;
import dev.latchkey.contracts.id.EventId;
import dev.latchkey.contracts.identity.Proof;
import dev.latchkey.notification.delivery.NoticeIntake;
import dev.latchkey.notification.letter.Notice;
import dev.latchkey.notification.letter.NoticeFacts;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the mail, or mail and SMS, that a fact is worth, in the transaction that notes the fact
 * as heard.
 */
@ApplicationScoped
public class Noticing {

  private final NoticeIntake notices;
  private final Places places;
  private final Pauses pauses;
  private final NoticeConfig config;

  Noticing(NoticeIntake notices, Places places, Pauses pauses, NoticeConfig config) {
    this.notices = notices;
    this.places = places;
    this.pauses = pauses;
    this.config = config;
  }

  /**
   * Notes what is to be sent; call it once an event, after its line is in the security log.
   *
   * @param details as the security log has them
   */
  public Uni<Void> note(
      EventId id, Event fact, Map<String, Object> details, @Nullable Origin origin) {
    return Noteworthy.of(fact)
        .filter(notice -> !config.silenced().orElse(Set.of()).contains(notice))
        .map(notice ->
            due(id, fact, notice, origin)
                .chain(due ->
                    due
                        ? ask(id, fact, notice, NoticeFacts.of(fact.at(), details, origin))
                        : Uni.createFrom().voidItem()))
        .orElseGet(() -> Uni.createFrom().voidItem());
  }

  private Uni<Boolean> due(EventId id, Event fact, Notice notice, @Nullable Origin origin) {
    if (notice == Notice.WRONG_SECOND_FACTOR) {
      return pauses.begin(fact.account(), notice, config.pause());
    }
    // Devices are known by a second factor; without one the place has to do.
    boolean byPlace =
        fact instanceof SignedIn e && e.proofs().stream().noneMatch(Proof::secondFactor);
    return byPlace && origin != null
        ? places.known(id, fact, origin, config.placeLife()).map(known -> !known)
        : Uni.createFrom().item(true);
  }

  private Uni<Void> ask(EventId id, Event fact, Notice notice, NoticeFacts facts) {
    var told = notices.toOwner(id, fact.account(), notice, facts, config.worth());
    return switch (fact) {
      case EmailChanged e ->
          told.chain(() -> notices.toOldAddress(id, e, notice, facts, config.worth()));
      case RecoveryPhoneAdded e -> told.chain(() -> tellOldNumber(id, e, e.oldNumber(), notice));
      case RecoveryPhoneRemoved e -> told.chain(() -> tellOldNumber(id, e, e.oldNumber(), notice));
      default -> told;
    };
  }

  /** Whoever still has the phone may be the only one to hear that somebody else took over. */
  private Uni<Void> tellOldNumber(
      EventId id, Event fact, @Nullable String oldNumber, Notice notice) {
    return oldNumber == null
        ? Uni.createFrom().voidItem()
        : notices.toOldNumber(id, fact, oldNumber, notice, config.worth());
  }
}
