package dev.latchkey.mfa.phoneline;

import dev.latchkey.mfa.phoneline.LinePolicyConfig.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What the operator's policy says of a kind of line.
 *
 * @param why in plain words, for the person; null when there is nothing to say
 */
public record LineJudgement(Verdict verdict, @Nullable String why) {

  private static final String VOIP =
      "This is an internet phone (VoIP) number. Such numbers can be taken over more easily than a"
          + " mobile phone's, and codes may not reach them.";
  private static final String LANDLINE =
      "This number is not a mobile phone's, so text messages may not reach it.";
  private static final String PREMIUM =
      "This is a premium or personal number, to which text messages are dear or don't get.";
  private static final String UNKNOWN =
      "We could not find out what kind of phone this is. If no code arrives, use another number.";

  /** The policy's word. */
  public static LineJudgement of(LineType line, LinePolicyConfig policy) {
    return switch (line) {
      case MOBILE -> new LineJudgement(Verdict.ALLOW, null);
      case FIXED_VOIP, NON_FIXED_VOIP -> judged(policy.voip(), VOIP);
      case LANDLINE, TOLL_FREE, PAGER -> judged(policy.landline(), LANDLINE);
      case PREMIUM, PERSONAL -> judged(policy.premium(), PREMIUM);
      case UNKNOWN -> judged(policy.unknown(), UNKNOWN);
    };
  }

  /** True when the number is not taken. */
  public boolean refused() {
    return verdict == Verdict.REFUSE;
  }

  /** What its owner should know of a number that is taken; null when there is nothing. */
  public @Nullable String warning() {
    return verdict == Verdict.WARN ? why + " Keep recovery codes as well." : null;
  }

  private static LineJudgement judged(Verdict verdict, String why) {
    return switch (verdict) {
      case ALLOW -> new LineJudgement(verdict, null);
      case WARN -> new LineJudgement(verdict, why);
      case REFUSE -> new LineJudgement(verdict, why + " Please use a mobile phone's number.");
    };
  }
}
