package io.dtkspark.source.clickhouse;

import com.clickhouse.client.api.ConnectionInitiationException;
import com.clickhouse.client.api.ServerException;
import io.dtkspark.config.Profile;
import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;

/** Says what went wrong on a server, and what to do where that is known. */
public final class ClickHouseFailures {

  /** READONLY and ACCESS_DENIED are about rights; these are about who asks. */
  private static final Set<Integer> LOGIN = Set.of(192, 193, 194, 516);

  private static final int UNKNOWN_TABLE = 60;
  private static final int UNKNOWN_DATABASE = 81;

  /** Only its own errors have a number. */
  private static final int NOT_CLICKHOUSE = 0;

  private static final Pattern TABLES =
      Pattern.compile("\\b_dtk_(?:datapoints|detections|tasks|metrics|alert_states)\\b");

  /** What servers append to each message. */
  private static final Pattern VERSION =
      Pattern.compile("\\s*\\(version [^()]*(?:\\([^()]*\\))?\\)");

  private final Profile profile;
  private final String name;
  private final ErrorCode code;

  /**
   * @param name how messages name the server
   * @param code whose fault failures are
   */
  public ClickHouseFailures(Profile profile, String name, ErrorCode code) {
    this.profile = profile;
    this.name = name;
    this.code = code;
  }

  /** The failure of a request. */
  public DtkException of(Exception e) {
    return new DtkException(code, name + ": " + reason(e), e);
  }

  /** A failure reported at the end of a result. */
  DtkException inResult(String report) {
    return new DtkException(code, name + ": " + line(report));
  }

  private String reason(Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof ServerException error) {
        return reported(error);
      }
      if (cause instanceof ConnectionInitiationException) {
        return "cannot be reached (" + root(cause) + "): is it running? " + port();
      }
      if (cause instanceof IOException) {
        return "the connection failed (" + root(cause) + "). " + port();
      }
    }
    return root(e);
  }

  private String reported(ServerException error) {
    if (LOGIN.contains(error.getCode())) {
      return "the server refuses the user '" + profile.user() + "': check `user` and `password`";
    }
    if (error.getCode() == NOT_CLICKHOUSE) {
      return "what answers is not ClickHouse's HTTP interface (status "
          + error.getTransportProtocolCode()
          + "). "
          + port();
    }
    boolean lacking = error.getCode() == UNKNOWN_TABLE || error.getCode() == UNKNOWN_DATABASE;
    if (code == ErrorCode.STORE && lacking && isOfTables(error)) {
      return "no _dtk_* tables yet; 'dtk run' creates them";
    }
    return line(error.getMessage());
  }

  private boolean isOfTables(ServerException error) {
    return error.getCode() == UNKNOWN_DATABASE || TABLES.matcher(error.getMessage()).find();
  }

  /** Users know the native port; that another one is used, and which, has to be said. */
  private String port() {
    return "Port "
        + profile.port()
        + " was taken for its HTTP interface, which 9000 and 9440 stand for as 8123 and 8443; name"
        + " another one with `http_port`";
  }

  private static String root(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return line(root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage());
  }

  private static String line(String message) {
    return VERSION.matcher(message).replaceAll("").strip().lines().findFirst().orElse("no reason");
  }
}
