package io.dtkspark.cli.badinput;

import java.util.ArrayList;
import java.util.List;

/**
 * Detectors with parameters that break a rule. Parameters are checked in the detect step, so the
 * datapoints of these metrics are stored.
 */
class DetectorParametersTest extends Failures {

  private static final String COUNT = "; expected a whole number, at least ";

  private final List<FailingMetric> metrics = new ArrayList<>();

  DetectorParametersTest() {
    for (String type : new String[] {"mad", "zscore", "iqr"}) {
      rule(type, "threshold: 0", "got 0; expected a number above 0");
      rule(type, "threshold: high", "got \"high\"; expected a number above 0");
      rule(type, "window_size: 0", "got 0; expected a whole number");
      rule(type, "min_samples: 200", "got 200; expected at most window_size, which is 100");
      rule(type, "min_samples: 0", "got 0" + COUNT);
      rule(type, "min_samples_per_group: 0", "got 0" + COUNT);
      rule(type, "seasonality_components: 5", "got 5; expected a list of column names");
    }
    rule("iqr", "min_samples_per_group: 3", "got 3" + COUNT + "4");
    rule("iqr", "min_samples: 3", "got 3" + COUNT + "4");
    rule("mad", "window_size: 100.0", "got 100.0", "without a decimal point");
    rule("mad", "window_size: 20", "min_samples is 30 unless set", "which is 20");
    rule("mad", "input_type: change", "got \"change\"", "log_changes");
    rule("mad", "smoothing: median", "got \"median\"", "ema, sma");
    rule("mad", "smoothing_alpha: 1.5", "got 1.5; expected a number above 0 and up to 1");
    rule("mad", "smoothing_window: 0", "got 0" + COUNT + "1");
    rule("mad", "window_weights: gaussian", "got \"gaussian\"", "exponential, linear");
    rule("mad", "half_life: 12 hours", "got \"12 hours\"", "\"12h\"");
    rule("mad", "weight_decay: 1", "got 1; expected a number above 0 and below 1");
    rule("mad", "weight_decay: 0.9, half_life: 5", "either half_life or weight_decay");
    rule("mad", "detrend: quadratic", "got \"quadratic\"; expected one of linear");
    rule("mad", "stabilization: winsor", "got \"winsor\"; expected one of clamp");
    rule("mad", "treshold: 5", "no such parameter; did you mean 'threshold'?");
    rule("mad", "batch_size: -1", "got -1; expected a whole number of intervals");
    rule("mad", "start_time: soon", "got \"soon\"; expected a quoted ISO 8601 time");
    rule("autoreg", "lags: 0", "got 0");
    rule("autoreg", "window_size: 6", "got 6", "at least 7");
    rule("autoreg", "min_samples: 6", "got 6" + COUNT + "7");
    rule("autoreg", "threshold: -1", "got -1; expected a number above 0");
    rule("autoreg", "seasonality_components: [hour]", "autoreg knows no seasonality");
    rule("autoreg", "smoothing: ema", "no such parameter");
    rule(
        "manual_bounds", "lower_bound: 5, upper_bound: 5", "got 5; expected less than upper_bound");
    rule("manual_bounds", "lower_bound: low", "got \"low\"; expected a number");
    rule("manual_bounds", "threshold: 3, lower_bound: 1", "no such parameter");
    detector("manual_bounds-without-bounds", "{type: manual_bounds}", "lower_bound", "upper_bound");
    detector("prophet-planned-only", "{type: prophet}", "detectors[0].type: got \"prophet\"");
    detector("second-in-the-list", "{type: mad, params: {threshold: -2}}", ":4: detectors[0]");
  }

  @Override
  List<FailingMetric> metrics() {
    return metrics;
  }

  @Override
  int storedDatapoints() {
    return 48;
  }

  /** The first parameter is the one that the message names. */
  private void rule(String type, String params, String... says) {
    String key = params.substring(0, params.indexOf(':'));
    String name = (type + "-" + params).replaceAll("[^\\p{Alnum}_]+", "-");
    String[] parts = new String[says.length + 2];
    parts[0] = "CONFIG: metrics/" + name + ".yml:4: detectors[0].params";
    parts[1] = key;
    System.arraycopy(says, 0, parts, 2, says.length);
    metrics.add(metric(name, "{type: " + type + ", params: {" + params + "}}", parts));
  }

  private void detector(String name, String detector, String... says) {
    String[] parts = new String[says.length + 1];
    parts[0] = "CONFIG: metrics/" + name + ".yml:4: ";
    System.arraycopy(says, 0, parts, 1, says.length);
    metrics.add(metric(name, detector, parts));
  }

  private static FailingMetric metric(String name, String detector, String... says) {
    return FailingMetric.of(
        name, "interval: 1h\nquery: FROM src\ndetectors: [" + detector + "]\n", says);
  }
}
