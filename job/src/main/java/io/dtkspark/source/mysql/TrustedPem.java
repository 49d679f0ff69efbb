package io.dtkspark.source.mysql;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLException;

/**
 * Authorities to trust, in PEM as detectkit's driver and all servers have them; Connector/J only
 * reads key stores. So each file becomes one, in a temporary file that goes with the process.
 */
final class TrustedPem {

  private static final String PEM = "ssl_ca";
  private static final String TYPE = "PKCS12";

  /** Certificates are no secret; a store without a password cannot be read back. */
  private static final String STORE_PASSWORD = "changeit";

  private static final Map<Path, Path> STORES = new ConcurrentHashMap<>();

  private TrustedPem() {}

  /** Takes {@code ssl_ca} out of the properties and puts in what Connector/J understands. */
  static void replaceIn(Properties properties) throws SQLException {
    String pem = (String) properties.remove(PEM);
    if (pem != null) {
      Path store = storeOf(Path.of(pem));
      properties.setProperty("trustCertificateKeyStoreUrl", store.toUri().toString());
      properties.setProperty("trustCertificateKeyStoreType", TYPE);
      properties.setProperty("trustCertificateKeyStorePassword", STORE_PASSWORD);
    }
  }

  private static Path storeOf(Path pem) throws SQLException {
    Path known = STORES.get(pem);
    if (known != null) {
      return known;
    }
    try {
      Path store = write(pem);
      STORES.put(pem, store);
      return store;
    } catch (IOException | GeneralSecurityException e) {
      String what = "setting 'ssl_ca': " + pem + " cannot be read as PEM certificates";
      throw new SQLException(what, new SSLException(what + " (" + e.getMessage() + ")", e));
    }
  }

  private static Path write(Path pem) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(TYPE);
    store.load(null, null);
    int number = 0;
    try (InputStream in = Files.newInputStream(pem)) {
      for (Certificate authority :
          CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("authority" + number++, authority);
      }
    }
    Path file = Files.createTempFile("dtk-trust", ".p12");
    file.toFile().deleteOnExit();
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, STORE_PASSWORD.toCharArray());
    }
    return file;
  }
}
