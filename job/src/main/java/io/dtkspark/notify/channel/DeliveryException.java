package io.dtkspark.notify.channel;

/** A message was not delivered. The text is for the user and holds no secret. */
final class DeliveryException extends Exception {

  private static final long serialVersionUID = 1L;

  DeliveryException(String message) {
    super(message);
  }
}
