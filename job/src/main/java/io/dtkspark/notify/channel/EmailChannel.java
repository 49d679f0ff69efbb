package io.dtkspark.notify.channel;

import io.dtkspark.config.ChannelConfig;
import io.dtkspark.notify.NoticeText;
import io.dtkspark.notify.PlainText;
import io.dtkspark.notify.Wording;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLSocketFactory;

/**
 * Mail by SMTP, as text and as HTML. Always encrypted: {@code use_tls: true} begins in the clear
 * and insists on STARTTLS, {@code false} speaks TLS from the first byte. The server's certificate
 * must be one the JVM trusts.
 */
final class EmailChannel implements Channel {

  private static final String UTF_8 = StandardCharsets.UTF_8.name();
  private static final int MAX_PORT = 65_535;
  private static final int TIMEOUT_MILLIS = ChannelFactory.TIMEOUT_SECONDS * 1000;

  private final String host;
  private final int port;
  private final Optional<String> user;
  private final Optional<String> password;
  private final String from;
  private final String fromName;
  private final List<String> to;
  private final Optional<String> subject;
  private final Optional<String> ownTemplate;
  private final Session session;
  private final Redactor redactor;

  EmailChannel(ChannelConfig config, Optional<SSLSocketFactory> sockets) {
    host = config.required("smtp_host");
    config.required("smtp_port");
    port = config.whole("smtp_port", 0, 1, MAX_PORT);
    user = config.text("smtp_username").filter(text -> !text.isEmpty());
    password = config.text("smtp_password").filter(text -> !text.isEmpty());
    from = config.required("from_email");
    fromName = config.text("from_name").orElse(Wording.BRAND);
    to = config.texts("to_emails");
    subject = config.text("subject_template").filter(text -> !text.isEmpty());
    ownTemplate = config.text("template").filter(text -> !text.isEmpty());
    session = session(config.flag("use_tls", true), sockets);
    redactor = new Redactor(config);
  }

  private Session session(boolean startTls, Optional<SSLSocketFactory> sockets) {
    Properties settings = new Properties();
    settings.setProperty("mail.smtp.host", host);
    settings.setProperty("mail.smtp.port", Integer.toString(port));
    settings.setProperty("mail.smtp.starttls.enable", Boolean.toString(startTls));
    settings.setProperty("mail.smtp.starttls.required", Boolean.toString(startTls));
    settings.setProperty("mail.smtp.ssl.enable", Boolean.toString(!startTls));
    settings.setProperty("mail.smtp.auth", Boolean.toString(hasLogin()));
    for (String phase : List.of("connectiontimeout", "timeout", "writetimeout")) {
      settings.setProperty("mail.smtp." + phase, Integer.toString(TIMEOUT_MILLIS));
    }
    sockets.ifPresent(factory -> settings.put("mail.smtp.ssl.socketFactory", factory));
    return Session.getInstance(settings);
  }

  private boolean hasLogin() {
    return user.isPresent() && password.isPresent();
  }

  @Override
  public void send(NoticeText text, Optional<String> template) throws DeliveryException {
    try (Transport transport = session.getTransport("smtp")) {
      MimeMessage message = message(text, template.or(() -> ownTemplate));
      transport.connect(hasLogin() ? user.get() : null, hasLogin() ? password.get() : null);
      transport.sendMessage(message, message.getAllRecipients());
    } catch (AuthenticationFailedException e) {
      throw new DeliveryException("the mail server refuses smtp_username or smtp_password");
    } catch (MessagingException | UnsupportedEncodingException e) {
      throw new DeliveryException("the mail was not sent: " + reason(e));
    }
  }

  private String reason(Exception failure) {
    return redactor.shown(failure.getClass().getSimpleName() + ", " + failure.getMessage());
  }

  private MimeMessage message(NoticeText text, Optional<String> template)
      throws MessagingException, UnsupportedEncodingException {
    String mentions = Mentions.mail(text.notice().subject().mentions());
    Optional<String> own =
        template.flatMap(t -> PlainText.filled(text, t, mentions, UnaryOperator.identity()));
    String plain =
        own.orElseGet(() -> text.title() + "\n" + PlainText.body(text, Optional.empty(), mentions));
    MimeBodyPart plainPart = new MimeBodyPart();
    plainPart.setText(plain, UTF_8);
    MimeBodyPart htmlPart = new MimeBodyPart();
    htmlPart.setText(new MailCard(text, mentions).html(own), UTF_8, "html");
    MimeMessage message = new MimeMessage(session);
    message.setFrom(new InternetAddress(from, fromName, UTF_8));
    message.setRecipients(Message.RecipientType.TO, String.join(", ", to));
    message.setSubject(subjectLine(text, mentions), UTF_8);
    // The last part is the one that readers prefer.
    message.setContent(new MimeMultipart("alternative", plainPart, htmlPart));
    return message;
  }

  /** On one line: a line break would start another header. */
  private String subjectLine(NoticeText text, String mentions) {
    return subject
        .flatMap(t -> PlainText.filled(text, t, mentions, UnaryOperator.identity()))
        .orElseGet(text::title)
        .replaceAll("[\\r\\n]+", " ");
  }
}
