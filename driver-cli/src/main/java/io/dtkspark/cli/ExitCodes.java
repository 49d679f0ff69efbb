package io.dtkspark.cli;

/** What the process tells its caller. */
public final class ExitCodes {

  /** Everything asked for was done; skipped metrics count as done. */
  public static final int OK = 0;

  /** Something failed: configuration, start-up, an empty selection, or at least one metric. */
  public static final int FAILED = 1;

  /** The command line could not be understood; nothing was started. */
  public static final int USAGE = 2;

  private ExitCodes() {}
}
