package dev.latchkey.e2e.chaos;

/** What one person does in a round, and what must be true of them afterwards. */
interface Role {

  Member member();

  /** Before anything breaks: goes as far as the point at which the deeds begin. */
  void prepare();

  /** Plans what is done while the fault strikes. */
  void act(Deeds deeds);

  /** When it is over: does again what was refused, as people do. */
  void insist();

  /**
   * Once all is quiet.
   *
   * @param mayBeLost true when sessions may be gone that nobody ended
   */
  void judge(Said said, boolean mayBeLost);
}
