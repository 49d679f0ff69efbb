package io.dtkspark.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.config.Profile;
import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What users see when a server does not let the store in, and when tables are not ours. */
public abstract class FaultContract extends StoreContract {

  private static final String SECRET = "s3cret-of-nobody";

  /** A statement that takes a column from a table. */
  protected abstract void dropColumn(String table, String column);

  @Test
  void aWrongPasswordIsNamedButNotShown() {
    assertRefused(login(database.profile().user(), SECRET), "check `user` and `password`");
  }

  @Test
  void aServerThatDoesNotRunIsNamed() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Profile p = database.profile();
    assertRefused(at(p.host(), port, p.user(), SECRET, p.database()), "cannot be reached");
  }

  @Test
  void aTableOfAnOlderVersionIsNamedWithWhatItLacks() {
    dropColumn("_dtk_tasks", "last_recovery_sent");
    publishDatapoints("cpu", stage(datapoints("cpu", CREATED), 0, 1, 2));
    assertFails(
        ErrorCode.STORE,
        "table _dtk_tasks has no column last_recovery_sent",
        () -> store.createTables());
    assertEquals(List.of(1.0, 2.0), values("cpu"));
  }

  /** The store cannot be used, says why, names the profile and never the password. */
  protected final void assertRefused(Profile profile, String why) {
    try (StateStore refused = StateStores.open(profile, clock)) {
      DtkException e = assertThrows(DtkException.class, refused::createTables);
      assertEquals(ErrorCode.STORE, e.code());
      assertTrue(e.getMessage().contains(why), e.getMessage());
      assertTrue(e.getMessage().startsWith("state " + profile + ": "), e.getMessage());
      assertFalse(stackTrace(e).contains(SECRET), "the password is shown");
    }
  }

  private static String stackTrace(Exception e) {
    StringWriter text = new StringWriter();
    e.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  /** The profile of the test for another user. */
  protected final Profile login(String user, String password) {
    Profile p = database.profile();
    return at(p.host(), p.port(), user, password, p.database());
  }

  /** The profile of the test with another connection. */
  protected final Profile at(
      String host, int port, String user, String password, String databaseName) {
    Profile p = database.profile();
    return new Profile(
        p.name(),
        p.type(),
        host,
        port,
        user,
        password,
        databaseName,
        null,
        false,
        p.internalLocation(),
        p.dataLocation(),
        p.settings());
  }
}
