package io.dtkspark.notify.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.config.ChannelConfig;
import io.dtkspark.notify.NoticeGolden;
import io.dtkspark.notify.NoticeText;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.helper.SimpleMessageListener;
import org.subethamail.smtp.server.SMTPServer;

/** Against a real SMTP server with a certificate of its own. */
class EmailChannelTest {

  @TempDir static Path directory;
  private static SSLContext tls;

  private final List<String> envelopes = new CopyOnWriteArrayList<>();
  private final List<byte[]> mails = new CopyOnWriteArrayList<>();
  private SMTPServer server;

  @BeforeAll
  static void makeCertificate() throws Exception {
    tls = TestCertificate.context(directory);
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void mailGoesToEverybodyOverStartTls() throws Exception {
    start(builder().enableTLS().requireTLS().startTlsSocketFactory(tls));
    send(Map.of(), "anomaly with everything", Optional.empty());
    assertEquals(List.of("a@x.org > b@y.org", "a@x.org > c@y.org"), envelopes);
    MimeMessage mail = mail();
    InternetAddress from = (InternetAddress) mail.getFrom()[0];
    assertEquals("dtk-spark", from.getPersonal());
    assertEquals("\ud83d\udd34 [shop] Alert on orders_total", mail.getSubject());
    assertNotNull(mail.getSentDate());
    String plain = part(mail, 0);
    String html = part(mail, 1);
    for (String fact : List.of("1234.5", "[3.14, 100.00]", "CC: ann", "https://run/book")) {
      assertTrue(plain.contains(fact), plain);
      assertTrue(html.contains(fact), html);
    }
    assertTrue(html.contains("https://grafana/d?a=1&amp;b=2"));
    assertTrue(html.contains("#D63232"));
  }

  @Test
  void withoutStartTlsTheConnectionIsEncryptedFromTheStart() throws Exception {
    start(builder().serverSocketFactory(tls));
    send(Map.of("use_tls", false), "error", Optional.of("{metric_name}: {error_message}"));
    assertEquals("orders_total: it <broke> & fell", part(mail(), 0).strip());
    assertTrue(part(mail(), 1).contains("it &lt;broke&gt; &amp; fell"));
  }

  @Test
  void aServerWithoutEncryptionGetsNoMail() {
    start(builder());
    assertThrows(DeliveryException.class, () -> send(Map.of(), "anomaly", Optional.empty()));
    assertEquals(List.of(), mails);
  }

  @Test
  void aCertificateNobodyVouchesForIsRefused() {
    start(builder().enableTLS().startTlsSocketFactory(tls));
    EmailChannel channel = new EmailChannel(config(Map.of()), Optional.empty());
    NoticeText text = new NoticeText(NoticeGolden.notice("anomaly"));
    assertThrows(DeliveryException.class, () -> channel.send(text, Optional.empty()));
    assertEquals(List.of(), mails);
  }

  @Test
  void loginIsUsedAndAWrongPasswordIsNotShown() throws Exception {
    start(
        builder()
            .enableTLS()
            .requireAuth()
            .startTlsSocketFactory(tls)
            .authenticationHandlerFactory(
                new EasyAuthenticationHandlerFactory(
                    (user, password, context) -> {
                      if (!password.equals("right")) {
                        throw new LoginFailedException("no such password: " + password);
                      }
                    })));
    send(Map.of("smtp_username", "u", "smtp_password", "right"), "anomaly", Optional.empty());
    assertEquals(2, mails.size());
    Map<String, Object> wrong = Map.of("smtp_username", "u", "smtp_password", "hunter2");
    String problem =
        assertThrows(DeliveryException.class, () -> send(wrong, "anomaly", Optional.empty()))
            .getMessage();
    assertEquals("the mail server refuses smtp_username or smtp_password", problem);
    assertFalse(problem.contains("hunter2"));
  }

  @Test
  void subjectsAreTemplatesOnOneLine() throws Exception {
    start(builder().enableTLS().startTlsSocketFactory(tls));
    send(
        Map.of("subject_template", "{project_name_prefix}{status}\r\nBcc: z@z.org {metric_name}"),
        "no data",
        Optional.empty());
    assertEquals("[shop] NO_DATA Bcc: z@z.org orders_total", mail().getSubject());
    assertEquals(2, envelopes.size());
  }

  private static SMTPServer.Builder builder() {
    return SMTPServer.port(0).hostName("localhost");
  }

  private void start(SMTPServer.Builder builder) {
    server = builder.simpleMessageListener(new Inbox()).build();
    server.start();
  }

  /** Keeps mails, one per receiver. */
  private final class Inbox implements SimpleMessageListener {

    @Override
    public boolean accept(String from, String recipient) {
      return true;
    }

    @Override
    public void deliver(String from, String recipient, InputStream data) throws IOException {
      envelopes.add(from + " > " + recipient);
      mails.add(data.readAllBytes());
    }
  }

  private void send(Map<String, Object> settings, String notice, Optional<String> template)
      throws DeliveryException {
    new EmailChannel(config(settings), Optional.of(tls.getSocketFactory()))
        .send(new NoticeText(NoticeGolden.notice(notice)), template);
  }

  private ChannelConfig config(Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put("smtp_host", "localhost");
    all.put("smtp_port", (long) server.getPortAllocated());
    all.put("from_email", "a@x.org");
    all.put("to_emails", List.of("b@y.org", "c@y.org"));
    return new ChannelConfig("mail", "email", all);
  }

  private MimeMessage mail() throws Exception {
    return new MimeMessage(
        Session.getInstance(new Properties()), new ByteArrayInputStream(mails.get(0)));
  }

  private static String part(MimeMessage mail, int index) throws Exception {
    MimeMultipart parts = (MimeMultipart) mail.getContent();
    return (String) parts.getBodyPart(index).getContent();
  }
}
