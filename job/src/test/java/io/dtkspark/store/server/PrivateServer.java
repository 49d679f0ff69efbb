package io.dtkspark.store.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server that a test has for itself: it can crash and come back with its data. */
public final class PrivateServer implements AutoCloseable {

  /** What to start. */
  public enum Kind {
    POSTGRES,
    MYSQL,
    CLICKHOUSE;

    private String variable() {
      return "DTK_TEST_" + name() + "_URL";
    }
  }

  private static final Path SCRIPT = Path.of("..", "scripts", "test-servers");

  private final Kind kind;
  private final Path directory;

  private PrivateServer(Kind kind, Path directory) {
    this.kind = kind;
    this.directory = directory;
  }

  /** Starts a server whose data lie in a directory that is there only for it. */
  public static PrivateServer start(Kind kind, Path directory) {
    PrivateServer server = new PrivateServer(kind, directory);
    server.start();
    return server;
  }

  /** Starts it (again); returns when it answers. */
  public void start() {
    run("start");
  }

  /** Ends it at once: nothing is written, nobody is told. */
  public void crash() {
    run("crash");
  }

  /** Where it listens. */
  public TestServer address() {
    try {
      String env = Files.readString(directory.resolve("env"));
      Matcher url = Pattern.compile(kind.variable() + "='([^']+)'").matcher(env);
      if (!url.find()) {
        throw new AssertionError("no " + kind.variable() + " in " + env);
      }
      return TestServer.at(url.group(1));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    run("stop");
  }

  private void run(String action) {
    Path log = directory.resolve(action + ".log");
    ProcessBuilder process =
        new ProcessBuilder(SCRIPT.toString(), action, directory.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    Map<String, String> environment = process.environment();
    for (Kind other : Kind.values()) {
      // What is set is taken for a server that runs already.
      environment.put(other.variable(), other == kind ? "" : "elsewhere");
    }
    try {
      if (process.start().waitFor() != 0) {
        throw new AssertionError(action + ": " + Files.readString(log));
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
