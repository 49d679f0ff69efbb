package io.dtkspark.publish;

import io.dtkspark.error.DtkException;
import io.dtkspark.series.TimeRange;
import io.dtkspark.store.Publication;
import io.dtkspark.store.PublicationStore;
import io.dtkspark.store.Staging;
import java.util.ArrayList;
import java.util.List;

/** Remembers what is published and discarded. */
final class RecordingStore implements PublicationStore {

  final List<Publication> publications = new ArrayList<>();
  final List<String> discarded = new ArrayList<>();
  DtkException refusal;

  @Override
  public void publish(Publication publication) {
    if (refusal != null) {
      throw refusal;
    }
    publications.add(publication);
  }

  @Override
  public void discard(Staging staging) {
    discarded.add(staging.name());
  }

  List<List<String>> stagingNames() {
    return publications.stream()
        .map(publication -> publication.stagings().stream().map(Staging::name).toList())
        .toList();
  }

  List<TimeRange> replacedRanges() {
    return publications.stream().map(publication -> publication.replace().orElseThrow()).toList();
  }

  List<String> published() {
    return stagingNames().stream().flatMap(List::stream).toList();
  }

  /** Chunks are named by their place in time. */
  boolean publishedRowsAreAPrefixOfTime() {
    List<String> names = published();
    for (int i = 0; i < names.size(); i++) {
      if (!names.get(i).equals("c" + i)) {
        return false;
      }
    }
    return true;
  }
}
