package dev.latchkey.bench.scale;

import java.sql.SQLException;
import java.util.Collection;

/** Where something is looked up, once among few and once among many; one of them is in use. */
interface TwoSizes {

  enum Size {
    SMALL,
    LARGE
  }

  /** From now on look-ups are among so many. */
  void show(Size size) throws SQLException;

  /** How many there are. */
  long count(Size size) throws SQLException;

  /** The processes that look up, now: the service and the store's for it. */
  Collection<Long> processes() throws SQLException;
}
