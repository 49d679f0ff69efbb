package io.dtkspark.store;

/** The last step of a write: staged rows become visible, or go away. */
public interface PublicationStore {

  /**
   * Publishes staged rows; see {@link Publication}. Publications of one database run one at a time.
   *
   * <p>When it returns, the rows are stored and their stagings are gone; when it throws, the table
   * is as it was and the stagings are still there, so the same publication may be tried again. A
   * staging that is not complete, or was published before, is an error and not taken for an empty
   * one: a second call after success fails and changes nothing.
   */
  void publish(Publication publication);

  /** Drops a staging that will not be published; absent ones are ignored. */
  void discard(Staging staging);
}
