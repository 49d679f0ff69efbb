package io.dtkspark.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings that users of psycopg2 and PyMySQL have in their profiles. */
class ConnectionSettingsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sslmode: verify-full, sslrootcert: /ca.pem | {sslmode=verify-full, sslrootcert=/ca.pem}",
        "sslmode: require, sslrootcert: /ca.pem | {sslmode=verify-ca, sslrootcert=/ca.pem}",
        "sslmode: require | {sslmode=require}",
        "application_name: dtk, connect_timeout: 5 | {ApplicationName=dtk, connectTimeout=5}",
        "options: '-c statement_timeout=9' | {options=-c statement_timeout=9}",
        "keepalives: 0, keepalives_idle: 30 | {tcpKeepAlive=false}",
        "target_session_attrs: read-write | {targetServerType=primary}",
        "socketTimeout: 60 | {socketTimeout=60}"
      })
  void namesOfLibpqBecomeThoseOfItsJdbcDriver(String written, String expected) {
    assertEquals(expected, postgres(written).toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "connect_timeout: 5, read_timeout: 60 | {connectTimeout=5000, socketTimeout=60000}",
        "ssl_disabled: true | {sslMode=DISABLED}",
        "ssl_ca: /ca.pem | {sslMode=VERIFY_CA, ssl_ca=/ca.pem}",
        "ssl_ca: /ca.pem, ssl_verify_cert: false | {sslMode=REQUIRED, ssl_ca=/ca.pem}",
        "ssl_ca: /c, ssl_verify_identity: true | {sslMode=VERIFY_IDENTITY, ssl_ca=/c}",
        "'ssl: {ca: /c}' | {sslMode=VERIFY_IDENTITY, ssl_ca=/c}",
        "'ssl: {ca: /c, check_hostname: false}' | {sslMode=VERIFY_CA, ssl_ca=/c}",
        "'ssl: {ca: /c, check_hostname: no, verify_mode: none}' | {sslMode=REQUIRED, ssl_ca=/c}",
        "ssl: true | {sslMode=REQUIRED}",
        "sql_mode: ANSI, autocommit: true | {sessionVariables=sql_mode='ANSI'}"
      })
  void namesOfPyMysqlBecomeThoseOfConnectorJ(String written, String expected) {
    String plain = written.startsWith("'") ? written.substring(1, written.length() - 1) : written;
    assertEquals(expected, mysql(plain).toString());
  }

  @Test
  void unknownNamesAreErrorsThatNameTheNearest() {
    String message = failure("postgres", "sslmod: hunter2");
    assertTrue(message.contains("unknown setting 'sslmod'; did you mean 'sslmode'?"), message);
    assertFalse(message.contains("hunter2"), message);
    assertTrue(failure("mysql", "allowLoadLocalInfile: true").contains("unknown setting"));
  }

  @Test
  void namesWithoutACounterpartSayWhatToDo() {
    assertTrue(failure("postgres", "service: prod").contains("what the service file says"));
    assertTrue(failure("mysql", "unix_socket: /run/x").contains("use `host` and `port`"));
    assertTrue(failure("mysql", "charset: latin1").contains("utf8mb4"));
    assertTrue(failure("mysql", "connect_timeout: soon").contains("whole number of seconds"));
    assertTrue(failure("mysql", "ssl_verify_cert: maybe").contains("must be true or false"));
  }

  @Test
  void profilesThatAreNotUsedMayHaveAnySettings() {
    Profiles profiles =
        Yaml.profiles(
            "profiles: {used: {type: duckdb, path: x}, "
                + server("postgres", "nonsense: 1").replace("a:", "other:")
                + "}");
    assertEquals("duckdb", profiles.state(Optional.of("used")).type());
  }

  private static Map<String, String> postgres(String settings) {
    return translated("postgres", settings);
  }

  private static Map<String, String> mysql(String settings) {
    return translated("mysql", settings);
  }

  private static Map<String, String> translated(String type, String settings) {
    Profiles profiles = Yaml.profiles("profiles: {" + server(type, settings) + "}");
    return new TreeMap<>(profiles.source("a").settings());
  }

  private static String failure(String type, String settings) {
    Profiles profiles = Yaml.profiles("profiles: {" + server(type, settings) + "}");
    DtkException e = assertThrows(DtkException.class, () -> profiles.source("a"));
    assertEquals(ErrorCode.CONFIG, e.code());
    return e.getMessage();
  }

  private static String server(String type, String settings) {
    return "a: {type: "
        + type
        + ", port: 1, database: d, internal_schema: i, data_schema: d, internal_database: i,"
        + " data_database: d, settings: {"
        + settings
        + "}}";
  }
}
