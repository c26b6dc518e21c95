package dev.latchkey.e2e.chaos;

import dev.latchkey.e2e.platform.Platform;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The people of a run. Each lives through three rounds, so that a round needs but two new ones: who
 * switched two-factor on signs in with codes in the next round, and is guessed at in the third; who
 * began an enrolment changes the password, and leaves.
 */
final class Company {

  private enum Part {
    ENROLLING,
    ARRIVING,
    GUESSED,
    HALF_ENROLLING,
    CHANGING_PASSWORD,
    LEAVING;

    boolean withTwoFactor() {
      return this == ARRIVING || this == GUESSED;
    }
  }

  private final Platform platform;
  private final Map<Part, Member> members = new EnumMap<>(Part.class);

  Company(Platform platform) {
    this.platform = platform;
  }

  /** Everybody in place: those of the round before, and new ones where somebody is missing. */
  List<Role> cast() {
    var found =
        Together.get(
            Stream.of(Part.values()).map(part -> (Supplier<Member>) () -> inPlace(part)).toList());
    for (var part : Part.values()) {
      members.put(part, found.get(part.ordinal()));
    }
    return List.of(
        new Enrolling(member(Part.ENROLLING)),
        new Arriving(member(Part.ARRIVING)),
        new Guessed(member(Part.GUESSED)),
        new HalfEnrolling(member(Part.HALF_ENROLLING)),
        new ChangingPassword(member(Part.CHANGING_PASSWORD)),
        new Leaving(member(Part.LEAVING)));
  }

  /** Everybody goes on to the next part of their life. */
  void growOlder() {
    members.put(Part.GUESSED, member(Part.ARRIVING));
    members.put(Part.ARRIVING, member(Part.ENROLLING));
    members.put(Part.LEAVING, member(Part.CHANGING_PASSWORD));
    members.put(Part.CHANGING_PASSWORD, member(Part.HALF_ENROLLING));
    members.remove(Part.ENROLLING);
    members.remove(Part.HALF_ENROLLING);
  }

  /** After a round that went wrong: the next one is judged by people who were not in it. */
  void disperse() {
    members.clear();
  }

  private Member inPlace(Part part) {
    var known = members.get(part);
    var member = known == null ? arriving(part) : known;
    member.comeBack();
    if (part.withTwoFactor() && member.apiKey().isEmpty()) {
      member.keepApiKey();
    }
    return member;
  }

  private Member arriving(Part part) {
    var member = Member.arriving(platform, "chaos");
    if (part.withTwoFactor()) {
      member.person().enrol(member.here());
    }
    return member;
  }

  private Member member(Part part) {
    var member = members.get(part);
    if (member == null) {
      throw new IllegalStateException("nobody is " + part);
    }
    return member;
  }
}
