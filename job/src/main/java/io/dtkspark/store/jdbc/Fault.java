package io.dtkspark.store.jdbc;

/** What lies behind a failed statement, where the database's code tells it, and what to do. */
public enum Fault {
  UNREACHABLE("cannot be reached: is it running, and are `host` and `port` right?"),
  LOST("the connection was lost: nothing of the interrupted step is stored, so run again"),
  LOGIN("refuses the login: check `user` and `password`"),
  TLS("no secure connection: check what `settings` say about TLS"),
  RIGHTS("the user lacks a right: let `user` create and fill tables in the internal location"),
  NO_DATABASE("has no such database: check `database`, or create it"),
  NO_TABLES("no _dtk_* tables yet; 'dtk run' creates them"),
  OLD_TABLE("a table is of an older version of detectkit: add the column it lacks"),
  FULL("has no room left: free some and run again; nothing of this step is stored"),
  CROWDED("takes no more connections: close some, or raise its limit");

  private final String advice;

  Fault(String advice) {
    this.advice = advice;
  }

  String advice() {
    return advice;
  }
}
