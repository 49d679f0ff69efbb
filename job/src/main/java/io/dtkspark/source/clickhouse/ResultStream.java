package io.dtkspark.source.clickhouse;

import com.clickhouse.client.api.query.QueryResponse;
import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A result that remembers its end. When a query fails after its first rows were sent, the server
 * appends the reason to them; the status of the response was fine.
 */
final class ResultStream extends FilterInputStream {

  private static final int REMEMBERED = 1 << 14;
  private static final int LONGEST_REPORT = 1 << 16;

  /** A report that ends the result: text without the zeros that rows have. */
  private static final Pattern REPORT =
      Pattern.compile("Code: \\d+\\. DB::Exception: [^\\x00-\\x08]*\\z");

  private final AutoCloseable response;
  private final byte[] end = new byte[REMEMBERED];
  private int remembered;

  /** Takes over the response. */
  ResultStream(QueryResponse response) {
    super(response.getInputStream());
    this.response = response;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int count = super.read(into, offset, length);
    if (count > 0) {
      remember(into, offset, count);
    }
    return count;
  }

  private void remember(byte[] bytes, int offset, int count) {
    int kept = Math.min(count, REMEMBERED);
    int older = Math.min(remembered, REMEMBERED - kept);
    System.arraycopy(end, remembered - older, end, 0, older);
    System.arraycopy(bytes, offset + count - kept, end, older, kept);
    remembered = older + kept;
  }

  /** Reads on, as far as a report may reach. */
  void skipToReport() {
    try {
      readNBytes(LONGEST_REPORT);
    } catch (IOException e) {
      return; // The connection broke; what came before that is remembered.
    }
  }

  /** What the server reported at the end of the result. */
  Optional<String> report() {
    Matcher report = REPORT.matcher(new String(end, 0, remembered, StandardCharsets.UTF_8));
    return report.find() ? Optional.of(report.group()) : Optional.empty();
  }

  /** Closing the stream alone would read all that is left of it. */
  @Override
  public void close() throws IOException {
    try {
      response.close();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    }
  }
}
