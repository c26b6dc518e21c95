package dev.latchkey.notification.letter;

import java.util.List;

/**
 * What somebody does who reads of something that they did not do. No step has a link: a mail that
 * looks like ours must not be a way to a page that looks like ours.
 */
enum Cure {
  /** Somebody can act as them, and the mailbox is still theirs. */
  TAKE_BACK(
      "Somebody else can act as you. Do this now:",
      "Go to {product} as you always do, not by a link in a mail, say that you forgot your password"
          + " and set a new one. That signs everybody out and replaces the API key.",
      "Sign in and see in the security log what else was done. Undo what you do not know.",
      "If two-factor is off, or was set up by somebody else, set it up anew."),

  /** Somebody knows the password and could not get in. */
  CHANGE_PASSWORD(
      "Somebody else knows your password. They did not get in. Do this now:",
      "Go to {product} as you always do, not by a link in a mail, and change your password.",
      "Change it, too, wherever else you use it.",
      "Never tell anybody a code, whoever they say they are."),

  /** Our staff was told a story; whoever has the factor proves it wrong by using it. */
  SHOW_IT(
      "Somebody else wants to get in, and most likely knows your password. Do this now:",
      "Go to {product} as you always do, not by a link in a mail, and sign in with a code of your"
          + " device or a recovery code. That stops it.",
      "Change your password.",
      "If no code is taken, say there that you forgot your password and set a new one, so that it"
          + " opens nothing to anybody else. Then write to {support}: you did not ask for this."),

  /** Something that only our staff can do, and says so. */
  QUESTION(
      "Nobody but our staff can do this. If you wonder why:",
      "Look at the security log, and at what else happened about that time.",
      "Write to {support}, not by a link in a mail."),

  /** A token that its owner does not know. */
  REVOKE_IT(
      "Somebody else may be acting as you. Do this now:",
      "Go to {product} as you always do, not by a link in a mail, and revoke the"
          + " authorization.",
      "Change your password, and see in the security log what else was done."),

  /** The address was changed, so a link to it can't help. */
  KEEP_THE_ADDRESS(
      "Somebody else may be taking your account. Do this now:",
      "Go to {product} as you always do, sign in, change your password, which ends all other"
          + " sessions, and change the address back.",
      "If you can't sign in any more, write to {support}. Say that you did not change the address."),

  /** Nothing is left to sign in to. */
  ASK(
      "Somebody else has closed your account. Do this now:",
      "Write to {support}. Say that you did not close it.",
      "Change the password wherever else you use it.");

  private final String alarm;
  private final List<String> steps;

  Cure(String alarm, String... steps) {
    this.alarm = alarm;
    this.steps = List.of(steps);
  }

  /** What it means if the reader knows of it. */
  String calm() {
    return switch (this) {
      case REVOKE_IT -> "If you made it, make another one in time, or let it end.";
      case SHOW_IT -> "If it was you, and you really lost it, there is nothing to do.";
      case QUESTION -> "If you asked for it, there is nothing to do.";
      case TAKE_BACK, CHANGE_PASSWORD, KEEP_THE_ADDRESS, ASK ->
          "If it was you, there is nothing to do.";
    };
  }

  String alarm() {
    return alarm;
  }

  List<String> steps(ProductConfig product) {
    return steps.stream()
        .map(step ->
            step.replace("{product}", product.name()).replace("{support}", product.support()))
        .toList();
  }
}
