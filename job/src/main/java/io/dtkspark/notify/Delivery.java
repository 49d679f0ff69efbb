package io.dtkspark.notify;

import java.util.Optional;

/**
 * What became of a message on one channel.
 *
 * @param channel name in {@code profiles.yml}
 * @param problem why it was not delivered, without secrets; empty = delivered
 */
public record Delivery(String channel, Optional<String> problem) {

  public boolean isDelivered() {
    return problem.isEmpty();
  }
}
