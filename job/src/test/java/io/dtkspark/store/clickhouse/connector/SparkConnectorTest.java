package io.dtkspark.store.clickhouse.connector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import java.net.URL;
import java.net.URLClassLoader;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The choice of a driver whose class path lacks the connector. */
class SparkConnectorTest {

  private final ClassLoader own = Thread.currentThread().getContextClassLoader();
  private final SparkConf conf = new SparkConf(false);

  @BeforeEach
  void hideTheConnector() {
    URLClassLoader empty = new URLClassLoader(new URL[0], ClassLoader.getPlatformClassLoader());
    Thread.currentThread().setContextClassLoader(empty);
  }

  @AfterEach
  void showIt() {
    Thread.currentThread().setContextClassLoader(own);
  }

  @Test
  void theBuiltInClientIsTaken() {
    SparkConnector.choose(conf);
    assertFalse(SparkConnector.isChosen(conf));
  }

  @Test
  void whatTheUserSetIsKept() {
    conf.set(SparkConnector.CHOICE, "true");
    SparkConnector.choose(conf);
    assertTrue(SparkConnector.isChosen(conf));
  }

  @Test
  void whoInsistsOnItIsToldHowToGetIt() {
    DtkException e = assertThrows(DtkException.class, SparkConnector::catalog);
    assertEquals(ErrorCode.CONFIG, e.code());
    assertTrue(e.getMessage().contains("--packages com.clickhouse.spark:"), e.getMessage());
  }

  @Test
  void outsideOfSparkNothingIsChosen() {
    assertFalse(SparkConnector.isChosen());
  }
}
