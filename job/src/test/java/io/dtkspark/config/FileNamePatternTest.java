package io.dtkspark.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FileNamePatternTest {

  /** The names of record.py. */
  private static final String[] NAMES =
      ("cpu.yml;cpu1.yml;cpu12.yml;a-b.yml;a]b;[x].yml;a\\b;!a.yml;^a.yml;b.yml;-.yml;.hidden.yml"
              + ";CPU.yml;日本.yml;a.yaml;&.yml;😀.yml;a{2}.yml;a+.yml")
          .split(";", -1);

  @Test
  void patternsMatchAsFnmatchDoes() {
    assertEquals(List.of(), Recorded.differences("patterns.tsv", 1, row -> matches(row[0])));
  }

  private static String matches(String pattern) {
    FileNamePattern compiled = new FileNamePattern(pattern);
    return Stream.of(NAMES).filter(compiled::matches).collect(Collectors.joining(" "));
  }
}
