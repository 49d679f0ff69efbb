package io.dtkspark.run;

import io.dtkspark.alert.AlertDecision;
import io.dtkspark.config.AlertConfig;
import io.dtkspark.notify.Delivery;
import java.util.List;

/**
 * What an alerting block did in a run.
 *
 * @param deliveries what became of its message on each channel; empty when there was none
 */
public record BlockReport(AlertConfig block, AlertDecision decision, List<Delivery> deliveries) {

  /** Channels that took the message. */
  public long delivered() {
    return deliveries.stream().filter(Delivery::isDelivered).count();
  }

  /** Channels that took an alert; good news does not count as one. */
  public long alerts() {
    return decision.outcome() == AlertDecision.Outcome.RECOVERY ? 0 : delivered();
  }
}
