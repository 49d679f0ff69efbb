package io.dtkspark.config.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dtkspark.config.Recorded;
import io.dtkspark.config.python.PythonRepr;
import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class YamlParserTest {

  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT);

  @Test
  void valuesAreThoseOfPyYaml() {
    assertEquals(List.of(), Recorded.differences("scalars.tsv", 1, row -> shown(row[0])));
  }

  private static String shown(String yaml) {
    Object value;
    try {
      value = YamlParser.parse("test", yaml).value();
    } catch (DtkException e) {
      return Recorded.ERROR;
    }
    if (value instanceof LocalDate date) {
      return "date " + date;
    }
    if (value instanceof LocalDateTime time) {
      return "time " + time.format(MICROS);
    }
    if (value instanceof Instant instant) {
      return "instant " + (instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1000);
    }
    return PythonRepr.of(value);
  }

  @Test
  void integersKeepTheirTypeAndAllTheirDigits() {
    assertEquals(Long.MAX_VALUE, value("9223372036854775807"));
    assertEquals(new BigInteger("9223372036854775808"), value("9223372036854775808"));
    assertEquals(3L, value("3"));
    assertEquals(3.0, value("3.0"));
  }

  @Test
  void lineOfAKeyIsThatOfItsLastOccurrence() {
    YamlNode.Mapping mapping =
        (YamlNode.Mapping) YamlParser.parse("test", "a: 1\nb:\n  - x\n  - y\na: 2\n");
    assertEquals(List.of("a", "b"), List.copyOf(mapping.entries().keySet()));
    assertEquals(5, mapping.entries().get("a").line());
    assertEquals(2L, mapping.entries().get("a").node().value());
    YamlNode.Sequence list = (YamlNode.Sequence) mapping.entries().get("b").node();
    assertEquals(4, list.items().get(1).line());
  }

  @Test
  void aliasesShareTheirNode() {
    YamlNode.Mapping mapping = (YamlNode.Mapping) YamlParser.parse("test", "a: &x [1]\nb: *x\n");
    assertSame(mapping.entries().get("a").node(), mapping.entries().get("b").node());
  }

  @Test
  void emptyFileIsNothing() {
    assertEquals(null, value(""));
    assertEquals(null, value("# only a comment\n"));
    assertEquals(Map.of("a", 1L), value("\ufeffa: 1"));
  }

  @Test
  void syntaxErrorNamesFileAndLineWithoutQuotingTheFile() {
    DtkException e =
        assertThrows(
            DtkException.class,
            () -> YamlParser.parse("profiles.yml", "a: 1\npassword: *hunter2\n"));
    assertEquals(ErrorCode.CONFIG, e.code());
    assertTrue(e.getMessage().startsWith("profiles.yml:2: "), e.getMessage());
    assertFalse(e.getMessage().contains("hunter2"), e.getMessage());
  }

  @Test
  void secondDocumentIsRejected() {
    DtkException e = failure("a: 1\n---\nb: 2\n");
    assertTrue(e.getMessage().contains("only one document"), e.getMessage());
  }

  @Test
  void tabIndentationIsNamed() {
    DtkException e = failure("a:\n\tb: 1\n");
    assertTrue(e.getMessage().contains("spaces, not tabs"), e.getMessage());
  }

  @Test
  void nestedAliasesAreStopped() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 9; i++) {
      bomb.append("a").append(i).append(": &a").append(i).append(" [");
      bomb.append(("*a" + (i - 1) + ",").repeat(10)).append("]\n");
    }
    assertTrue(failure(bomb.toString()).getMessage().contains("aliases expand"));
  }

  @Test
  void aliasInsideItsOwnAnchorIsStopped() {
    assertTrue(failure("a: &a [*a]").getMessage().contains("part of"));
  }

  @Test
  void depthAndLengthAreLimited() {
    assertTrue(failure("[".repeat(500)).getMessage().contains("nested deeper"));
    assertTrue(failure("a: " + "9".repeat(5000)).getMessage().contains("4300 digits"));
  }

  @Test
  void unprintableCharactersAreFoundOnTheirLine() {
    String message = failure("a: 🦆\nb: c\u0001\n").getMessage();
    assertTrue(message.startsWith("test:2: an unprintable character"), message);
  }

  private static Object value(String yaml) {
    return YamlParser.parse("test", yaml).value();
  }

  private static DtkException failure(String yaml) {
    return assertThrows(DtkException.class, () -> YamlParser.parse("test", yaml));
  }
}
