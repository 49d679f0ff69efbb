package io.dtkspark.source.clickhouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clickhouse.data.ClickHouseFormat;
import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Answers that a server only gives when something is wrong, sent by hand. */
@Timeout(60)
class ScriptedServerTest {

  private static final String OK = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
  private static final String TWO_ROWS = "10\r\n\1\0\0\0\0\0\0\0\2\0\0\0\0\0\0\0\r\n";
  private static final String REPORT =
      "Code: 395. DB::Exception: bad row: while executing. (FUNCTION_THROW_IF) (version 24.8.1)\n";

  private ServerSocket listener;

  @AfterEach
  void close() throws IOException {
    listener.close();
  }

  @Test
  void anErrorAfterTheFirstRowsIsReportedWithItsReason() throws IOException {
    String report = Integer.toHexString(REPORT.length()) + "\r\n" + REPORT + "\r\n";
    assertFails(OK + TWO_ROWS + report + "0\r\n\r\n", "bad row", "FUNCTION_THROW_IF");
    assertFails(OK + TWO_ROWS + report, "bad row");
  }

  @Test
  void aConnectionThatBreaksInAResultIsAnError() throws IOException {
    assertFails(OK + TWO_ROWS, "connection");
  }

  @Test
  void aResultThatEndsInARowIsAnError() throws IOException {
    assertFails(OK + TWO_ROWS + "1\r\n\3\r\n0\r\n\r\n", "inside a row");
  }

  @Test
  void theNativePortIsRecognised() throws IOException {
    String answer =
        "HTTP/1.0 400 Bad Request\r\n\r\nPort 9000 is for clickhouse-client program\r\n";
    assertFails(answer, "not ClickHouse's HTTP interface", "`http_port`");
  }

  @Test
  void aServerThatSpeaksNoHttpIsRecognised() throws IOException {
    assertFails("\u0005hello\n", "`http_port`");
  }

  @Test
  void rowsOfAGoodResultAreRead() throws IOException {
    assertEquals(List.of(1L, 2L), read(OK + TWO_ROWS + "0\r\n\r\n"));
  }

  private void assertFails(String answer, String... parts) throws IOException {
    DtkException failure = assertThrows(DtkException.class, () -> read(answer));
    assertEquals(ErrorCode.STORE, failure.code());
    for (String part : parts) {
      assertTrue(failure.getMessage().contains(part), failure.getMessage());
    }
    close();
  }

  /** The integers of a result that a server sends as {@code answer}. */
  private List<Long> read(String answer) throws IOException {
    listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(() -> answer(answer));
    thread.start();
    List<Long> rows = new ArrayList<>();
    try (ClickHouseServer server =
        new ClickHouseServer(
            ClickHouseTestServer.profile(listener.getLocalPort(), "", Map.of()),
            "scripted",
            ErrorCode.STORE)) {
      server.read(
          "SELECT 1",
          ClickHouseFormat.RowBinary,
          result -> {
            RowBinaryInput input = new RowBinaryInput(result);
            while (input.hasNext()) {
              rows.add(input.integer());
            }
          });
    }
    return rows;
  }

  private void answer(String answer) {
    try (Socket client = listener.accept();
        OutputStream out = client.getOutputStream()) {
      client.getInputStream().read(new byte[1 << 14]);
      out.write(answer.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      client.shutdownOutput();
      client.getInputStream().readAllBytes();
    } catch (IOException e) {
      return; // The client has what it needs, and went.
    }
  }
}
