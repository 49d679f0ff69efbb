package io.dtkspark.table;

/** What a column holds; each database has its own type for it. */
public enum ColumnKind {
  TEXT,
  /** A moment in UTC, without a zone, of millisecond precision. */
  TIME,
  /** A double; NULL = missing, never NaN. */
  DOUBLE,
  BOOLEAN,
  INTEGER,
  /** An integer that is never negative. */
  COUNT,
  /** 0 or 1. */
  FLAG
}
