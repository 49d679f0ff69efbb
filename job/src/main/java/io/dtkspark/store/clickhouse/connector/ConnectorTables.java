package io.dtkspark.store.clickhouse.connector;

import io.dtkspark.config.Profile;
import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import io.dtkspark.source.clickhouse.ClickHouseClients;
import io.dtkspark.source.clickhouse.ClickHouseFailures;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.SparkEnv;
import org.apache.spark.sql.connector.catalog.Identifier;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableCatalog;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import scala.Tuple2;

/**
 * Tables of the connector's catalog for one profile.
 *
 * <p>The catalog is made here, from the profile, and not by Spark from {@code spark.sql.catalog.*}:
 * so the password is in no Spark setting, which the UI and event logs show, and the settings that
 * rows depend on cannot be others.
 */
final class ConnectorTables {

  /** A catalog keeps a client that nothing closes, so there is one per process and profile. */
  private static final Map<Profile, TableCatalog> CATALOGS = new ConcurrentHashMap<>();

  private static final String CATALOG_NAME = "clickhouse";
  private static final String OPTION = "option.";
  private static final String CONNECTOR_SETTINGS = "spark.clickhouse.";

  /** Few parts on the server; the writer's buffers hold so many rows. */
  private static final String ROWS_PER_INSERT = "50000";

  private final Profile profile;
  private final ClickHouseFailures failures;

  ConnectorTables(Profile profile) {
    this.profile = profile;
    this.failures =
        new ClickHouseFailures(profile, "state " + profile + " (Spark connector)", ErrorCode.STORE);
  }

  /** A table of the internal database by its bare name. */
  Table table(String name) throws Exception {
    String[] database = {profile.internalLocation()};
    return catalog().loadTable(Identifier.of(database, name));
  }

  private TableCatalog catalog() {
    return CATALOGS.computeIfAbsent(profile, ConnectorTables::create);
  }

  private static TableCatalog create(Profile profile) {
    Object catalog;
    try {
      catalog = SparkConnector.catalog().getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new DtkException(ErrorCode.INTERNAL, "the Spark connector does not start", e);
    }
    TableCatalog tables = (TableCatalog) catalog;
    tables.initialize(CATALOG_NAME, new CaseInsensitiveStringMap(options(profile)));
    return tables;
  }

  private static Map<String, String> options(Profile profile) {
    Map<String, String> options = new HashMap<>();
    ClickHouseClients.options(profile).forEach((name, value) -> options.put(OPTION + name, value));
    options.put("host", profile.host());
    options.put("http_port", String.valueOf(profile.port()));
    options.put("protocol", "http");
    options.put("user", profile.user());
    options.put("password", profile.password());
    options.put("database", profile.internalLocation());
    options.put(OPTION + "ssl", String.valueOf(ClickHouseClients.isSecure(profile)));
    // Pushed moments are rendered in this zone, which is that of the columns.
    options.put("timezone", "UTC");
    // Otherwise all versions of a row that the server has not merged yet are read.
    options.put(OPTION + "clickhouse_setting_final", "1");
    // Staged rows are counted as soon as they are sent.
    options.put(OPTION + "clickhouse_setting_async_insert", "0");
    return options;
  }

  /** Options of a scan or a write: the user's {@code spark.clickhouse.*}, but for the formats. */
  static CaseInsensitiveStringMap rowOptions() {
    Map<String, String> options = new HashMap<>();
    options.put("spark.clickhouse.write.batchSize", ROWS_PER_INSERT);
    SparkEnv environment = SparkEnv.get();
    if (environment != null) {
      for (Tuple2<String, String> entry : environment.conf().getAllWithPrefix(CONNECTOR_SETTINGS)) {
        options.put(CONNECTOR_SETTINGS + entry._1(), entry._2());
      }
    }
    options.put("spark.clickhouse.read.format", "binary");
    // The other one, json, drops milliseconds.
    options.put("spark.clickhouse.write.format", "arrow");
    return new CaseInsensitiveStringMap(options);
  }

  /** Calls the connector; what it throws, also unannounced, becomes a failure of the store. */
  <T> T call(Callable<T> work) {
    try {
      return work.call();
    } catch (DtkException e) {
      throw e;
    } catch (Exception e) {
      throw failures.of(e);
    }
  }

  /** A failure that the connector did not notice. */
  DtkException failure(String what) {
    return new DtkException(ErrorCode.STORE, "state " + profile + " (Spark connector): " + what);
  }
}
