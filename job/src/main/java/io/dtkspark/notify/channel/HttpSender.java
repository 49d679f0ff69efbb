package io.dtkspark.notify.channel;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Posts messages. An answer of 429 or 5xx is tried again, two times at most: after the time the
 * server asks for, else after one second, then two. Other answers and broken connections are not:
 * nobody knows whether the message got through.
 */
final class HttpSender {

  /** Waits between attempts. */
  @FunctionalInterface
  interface Pause {
    void sleep(long millis) throws InterruptedException;
  }

  private static final int ATTEMPTS = 3;
  private static final long FIRST_PAUSE_MILLIS = 1000;

  /** A run does not wait longer than this for a server that asks for more. */
  private static final long MAX_PAUSE_MILLIS = 30_000;

  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERROR = 500;
  private static final int CLIENT_ERROR = 400;

  private final Pause pause;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  HttpSender(Pause pause) {
    this.pause = pause;
  }

  /** Posts {@code message}; an answer below 400 means delivered. */
  void send(HttpMessage message, int timeoutSeconds, Redactor redactor)
      throws DeliveryException, InterruptedException {
    HttpRequest request = request(message, timeoutSeconds);
    for (int attempt = 1; ; attempt++) {
      HttpResponse<byte[]> response = post(request, timeoutSeconds);
      int status = response.statusCode();
      if (status < CLIENT_ERROR) {
        return;
      }
      boolean passing = status == TOO_MANY_REQUESTS || status >= SERVER_ERROR;
      if (!passing || attempt == ATTEMPTS) {
        String answer = redactor.shown(new String(response.body(), StandardCharsets.UTF_8));
        throw new DeliveryException(
            "the server answered " + status + (answer.isEmpty() ? "" : ": " + answer));
      }
      pause.sleep(pauseMillis(response, attempt));
    }
  }

  private static HttpRequest request(HttpMessage message, int timeoutSeconds)
      throws DeliveryException {
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(message.url()))
              .timeout(Duration.ofSeconds(timeoutSeconds))
              .POST(HttpRequest.BodyPublishers.ofByteArray(message.body()));
      message.headers().forEach(request::setHeader);
      return request.build();
    } catch (IllegalArgumentException e) {
      // The exception's text repeats the address.
      throw new DeliveryException("the address or a header of the channel is not valid");
    }
  }

  private HttpResponse<byte[]> post(HttpRequest request, int timeoutSeconds)
      throws DeliveryException, InterruptedException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
    try {
      // The request's own time-out ends with the headers.
      return answer.get(timeoutSeconds, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new DeliveryException("no answer within " + timeoutSeconds + " seconds");
    } catch (ExecutionException e) {
      boolean late = e.getCause() instanceof HttpTimeoutException;
      String kind =
          e.getCause() instanceof IOException ? e.getCause().getClass().getSimpleName() : "";
      throw new DeliveryException(
          late
              ? "no answer within " + timeoutSeconds + " seconds"
              : "the server cannot be reached" + (kind.isEmpty() ? "" : " (" + kind + ")"));
    }
  }

  private static long pauseMillis(HttpResponse<?> response, int attempt) {
    long own = FIRST_PAUSE_MILLIS << (attempt - 1);
    long asked = response.headers().firstValue("Retry-After").map(HttpSender::millis).orElse(own);
    return Math.max(0, Math.min(MAX_PAUSE_MILLIS, asked));
  }

  /** Seconds, also with a fraction, or a date. */
  private static long millis(String retryAfter) {
    try {
      return (long) (Double.parseDouble(retryAfter) * 1000);
    } catch (NumberFormatException noNumber) {
      try {
        Instant then = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(retryAfter));
        return Duration.between(Instant.now(), then).toMillis();
      } catch (DateTimeException unreadable) {
        return FIRST_PAUSE_MILLIS;
      }
    }
  }
}
