package io.dtkspark.error;

/** Whose fault an error is. */
public enum ErrorCode {
  /** The user's files, options or parameters. */
  CONFIG,
  /** The database a metric is loaded from, or what its query returned. */
  SOURCE,
  /** The database that holds the {@code _dtk_*} tables. */
  STORE,
  /** A defect of this program. */
  INTERNAL
}
