package io.dtkspark.run;

import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.store.clickhouse.connector.SparkConnector;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * The Spark context of a run, started when the first task needs it: a run with nothing to do never
 * pays for it.
 */
final class SparkRuntime implements AutoCloseable {

  /** {@code local}, {@code local[4]} or {@code local[*]}; a second number is for task retries. */
  private static final Pattern LOCAL =
      Pattern.compile("local(?:\\[(\\*|[1-9][0-9]{0,4})(?:, *[0-9]+)?])?");

  private final SparkConf conf;
  private JavaSparkContext context;

  SparkRuntime(SparkOptions options) {
    this.conf = configure(new SparkConf(), options);
  }

  /** Settings given to {@code spark-submit} win over ours. */
  private static SparkConf configure(SparkConf conf, SparkOptions options) {
    options.master().ifPresent(conf::setMaster);
    conf.setIfMissing("spark.master", "local[*]");
    conf.setIfMissing("spark.app.name", "dtk");
    if (isLocal(conf.get("spark.master"))) {
      // One process: nothing listens beyond loopback, and nobody looks at the UI of a short run.
      conf.setIfMissing("spark.driver.host", "127.0.0.1");
      conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
      conf.setIfMissing("spark.ui.enabled", "false");
    }
    SparkConnector.choose(conf);
    return conf;
  }

  /** Whether a master URL means this process. */
  static boolean isLocal(String master) {
    return master.equals("local") || master.startsWith("local[");
  }

  /** Cores that can work at once, for planning; starts nothing. */
  int cores() {
    Matcher local = LOCAL.matcher(master());
    if (context == null && local.matches()) {
      return localCores(local.group(1));
    }
    return Math.max(1, context().sc().defaultParallelism());
  }

  private static int localCores(String threads) {
    if (threads == null) {
      return 1;
    }
    return threads.equals("*")
        ? Runtime.getRuntime().availableProcessors()
        : Integer.parseInt(threads);
  }

  boolean isLocal() {
    return isLocal(conf.get("spark.master"));
  }

  String master() {
    return conf.get("spark.master");
  }

  /** Whether tasks use the Spark connector for a state in ClickHouse. */
  boolean usesConnector() {
    return SparkConnector.isChosen(conf);
  }

  JavaSparkContext context() {
    if (context == null) {
      try {
        context = new JavaSparkContext(conf);
      } catch (Exception e) {
        // Not RuntimeException: Scala throws checked exceptions that Java is not told about.
        throw new DtkException(
            ErrorCode.INTERNAL,
            "Spark did not start on master '" + master() + "': " + e.getMessage(),
            e);
      }
    }
    return context;
  }

  @Override
  public void close() {
    if (context != null) {
      context.close();
    }
  }
}
