package io.dtkspark.store;

/** The last step of a write: staged rows become visible, or go away. */
public interface PublicationStore {

  /** Publishes staged rows; see {@link Publication}. Their stagings are gone afterwards. */
  void publish(Publication publication);

  /** Drops a staging that will not be published; absent ones are ignored. */
  void discard(Staging staging);
}
