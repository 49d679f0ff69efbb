package io.dtkspark.store.clickhouse.connector;

import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkEnv;

/**
 * Whether rows go by way of the official connector. The driver decides once, and the decision is a
 * setting of the application, so that all its tasks follow it.
 */
public final class SparkConnector {

  /** {@code true} insists on the connector, {@code false} never takes it; unset, where it is. */
  public static final String CHOICE = "spark.dtk.clickhouse.connector";

  private static final String CATALOG = "com.clickhouse.spark.ClickHouseCatalog";
  private static final String ARTIFACT =
      "com.clickhouse.spark:clickhouse-spark-runtime-4.0_2.13:0.10.0";

  private SparkConnector() {}

  /** On the driver: decides, unless the user did. */
  public static void choose(SparkConf conf) {
    conf.setIfMissing(CHOICE, String.valueOf(isPresent()));
  }

  /** What {@link #choose} decided. */
  public static boolean isChosen(SparkConf conf) {
    return conf.getBoolean(CHOICE, false);
  }

  /** Within a running Spark application: what its driver decided. */
  public static boolean isChosen() {
    SparkEnv environment = SparkEnv.get();
    return environment != null && isChosen(environment.conf());
  }

  private static boolean isPresent() {
    try {
      load();
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /**
   * The class of the connector's Spark catalog.
   *
   * @throws DtkException CONFIG where it is missing
   */
  static Class<?> catalog() {
    try {
      return load();
    } catch (ClassNotFoundException e) {
      throw new DtkException(
          ErrorCode.CONFIG,
          CHOICE
              + " is true, but "
              + CATALOG
              + " is not on the class path here: start spark-submit with '--packages "
              + ARTIFACT
              + "', which also reaches the executors, or set it to false",
          e);
    }
  }

  /** Without running any of its code. Spark gives jars of --packages to the thread's loader. */
  private static Class<?> load() throws ClassNotFoundException {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    return Class.forName(
        CATALOG, false, loader == null ? SparkConnector.class.getClassLoader() : loader);
  }
}
