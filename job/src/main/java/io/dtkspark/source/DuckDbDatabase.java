package io.dtkspark.source;

import io.dtkspark.config.Profile;
import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/**
 * A user's share in the one DuckDB instance that this process has per file.
 *
 * <p>DuckDB lets one process open a file, and within the process one configuration. The state
 * tables and the metrics' queries often live in the same file, so everything here goes through one
 * instance per file, counted by its users and closed with the last of them. Unqualified table names
 * resolve in schema {@code main} of the file, as in detectkit.
 *
 * <p>Settings are those of the profile that opens the file first; a run opens its state before any
 * source and holds it to the end. {@code :memory:} is one database per profile name, gone with its
 * last user.
 */
public final class DuckDbDatabase implements AutoCloseable {

  private static final String IN_MEMORY = ":memory:";

  /** DuckDB's default is 80 % of the machine, but the Java heap needs its part too. */
  private static final String MEMORY_LIMIT = "50%";

  /**
   * Spark's tasks are the parallelism, so each works in its own thread. One thread also inserts
   * rows in full row groups; several leave parts that are stored twice: twice the CPU time.
   */
  private static final String THREADS = "1";

  /** A backfill fills DuckDB's default log of 16 MB every 100,000 rows. */
  private static final String CHECKPOINT_THRESHOLD = "256MB";

  /** DuckDB takes these settings by two names; a profile may use either. */
  private static final Map<String, String> OTHER_NAMES =
      Map.of(
          "max_memory", "memory_limit",
          "worker_threads", "threads",
          "wal_autocheckpoint", "checkpoint_threshold");

  /** Files written by DuckDB 2 in this version open in DuckDB 1.x as well. */
  private static final String STORAGE_VERSION = "v1.0.0";

  private static final Map<String, Instance> OPEN = new HashMap<>();

  private final Instance instance;
  private final ErrorCode role;
  private final boolean readOnly;
  private boolean closed;

  private DuckDbDatabase(Instance instance, ErrorCode role, boolean readOnly) {
    this.instance = instance;
    this.role = role;
    this.readOnly = readOnly;
  }

  /**
   * Opens the profile's file, or joins those who have it open; a missing file is created unless the
   * profile is read-only.
   *
   * @param role the code of failures: {@link ErrorCode#STORE} or {@link ErrorCode#SOURCE}
   * @throws DtkException with code {@code role}; CONFIG when path or settings are wrong
   */
  public static DuckDbDatabase open(Profile profile, ErrorCode role) {
    String key = key(profile);
    synchronized (OPEN) {
      Instance instance = OPEN.get(key);
      if (instance == null) {
        instance = new Instance(key, root(profile, role), profile.readOnly());
        OPEN.put(key, instance);
      } else if (instance.readOnly && !profile.readOnly() && role == ErrorCode.STORE) {
        throw new DtkException(
            role,
            DuckDbFailure.subject(profile)
                + " is needed for writing, but this process has it open read-only;"
                + " take `read_only` out of the profile that opened it");
      }
      instance.users++;
      return new DuckDbDatabase(instance, role, instance.readOnly || profile.readOnly());
    }
  }

  /** A connection of its own, in auto-commit mode. The caller closes it. */
  public DuckDBConnection connect() {
    synchronized (OPEN) {
      if (closed) {
        throw new IllegalStateException("the database was closed by this user");
      }
      try {
        return instance.root.duplicate();
      } catch (SQLException e) {
        throw new DtkException(role, "DuckDB gave no connection: " + DuckDbFailure.line(e), e);
      }
    }
  }

  /**
   * The name that qualifies the file's schemas, which DuckDB takes from the file's name. Statements
   * need it, since {@code detectkit.duckdb} has a schema {@code detectkit}.
   */
  public String catalog() {
    synchronized (OPEN) {
      try {
        return instance.root.getCatalog();
      } catch (SQLException e) {
        throw new DtkException(role, "DuckDB did not answer: " + DuckDbFailure.line(e), e);
      }
    }
  }

  /** Whether the profile or the instance forbids writing. */
  public boolean readOnly() {
    return readOnly;
  }

  /** The one object of its class that all users of the file share; made at first use. */
  public <T> T shared(Class<T> type, Function<? super Class<?>, ? extends T> create) {
    return type.cast(instance.shared.computeIfAbsent(type, create));
  }

  /**
   * Leaves; the file is closed when nobody is left. Connections are the caller's to close first.
   */
  @Override
  public void close() {
    synchronized (OPEN) {
      if (closed) {
        return;
      }
      closed = true;
      if (--instance.users == 0) {
        OPEN.remove(instance.key);
        closeRoot();
      }
    }
  }

  private void closeRoot() {
    try {
      instance.root.close();
    } catch (SQLException e) {
      throw new DtkException(role, "DuckDB could not close: " + DuckDbFailure.line(e), e);
    }
  }

  private static DuckDBConnection root(Profile profile, ErrorCode role) {
    boolean inMemory = profile.path().equals(IN_MEMORY);
    if (!inMemory) {
      DuckDbFailure.checkFile(profile, role);
    }
    Properties settings = new Properties();
    settings.setProperty("memory_limit", MEMORY_LIMIT);
    settings.setProperty("threads", THREADS);
    settings.setProperty("checkpoint_threshold", CHECKPOINT_THRESHOLD);
    OTHER_NAMES.forEach(
        (other, name) -> {
          if (profile.settings().containsKey(other)) {
            settings.remove(name);
          }
        });
    settings.setProperty("storage_compatibility_version", STORAGE_VERSION);
    settings.putAll(profile.settings());
    if (profile.readOnly() && !inMemory) {
      settings.setProperty("duckdb.read_only", "true");
    }
    try {
      // Not through DriverManager, which does not see drivers among the jars of spark-submit.
      return new DuckDBDriver()
          .connect("jdbc:duckdb:" + profile.path(), settings)
          .unwrap(DuckDBConnection.class);
    } catch (SQLException e) {
      throw DuckDbFailure.opening(profile, role, e);
    }
  }

  /** One key per file, however the path is written. */
  private static String key(Profile profile) {
    String path = profile.path();
    if (path == null || path.isBlank()) {
      throw new DtkException(
          ErrorCode.CONFIG,
          "profile '" + profile.name() + "': a duckdb profile needs `path`, the database file");
    }
    if (path.startsWith("md:")) {
      throw new DtkException(
          ErrorCode.CONFIG,
          "profile '"
              + profile.name()
              + "': path '"
              + path
              + "' is MotherDuck, which is not supported; use a local DuckDB file");
    }
    if (path.equals(IN_MEMORY)) {
      return IN_MEMORY + profile.name();
    }
    Path file = Path.of(path).toAbsolutePath().normalize();
    try {
      return Files.exists(file)
          ? file.toRealPath().toString()
          : file.getParent().toRealPath().resolve(file.getFileName()).toString();
    } catch (IOException e) {
      return file.toString(); // opening it will say what is wrong
    }
  }

  /** What all users of a file have in common; guarded by {@link #OPEN}. */
  private static final class Instance {
    final String key;
    final DuckDBConnection root;
    final boolean readOnly;
    final Map<Class<?>, Object> shared = new ConcurrentHashMap<>();
    int users;

    Instance(String key, DuckDBConnection root, boolean readOnly) {
      this.key = key;
      this.root = root;
      this.readOnly = readOnly;
    }
  }
}
