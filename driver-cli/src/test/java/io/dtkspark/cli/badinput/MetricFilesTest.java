package io.dtkspark.cli.badinput;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;

/** Files in {@code metrics/} that are no metric: broken as text, as YAML, or as a whole. */
class MetricFilesTest extends Refusals {

  private static final String FILE = "metrics/bad.yml";

  @Override
  Stream<BadInput> badInputs() {
    return Stream.of(notText(), notYaml(), notAMetric()).flatMap(cases -> cases);
  }

  private static Stream<BadInput> notText() {
    return Stream.of(
        BadInput.of("binary garbage")
            .file(FILE, garbage())
            .says("metrics/bad.yml: ", "not UTF-8", "save it as UTF-8"),
        BadInput.of("a Latin-1 file")
            .file(FILE, "name: Zürich".getBytes(StandardCharsets.ISO_8859_1))
            .says("metrics/bad.yml: ", "not UTF-8", "save it as UTF-8"),
        BadInput.of("a UTF-16 file")
            .file(FILE, "name: cpu".getBytes(StandardCharsets.UTF_16))
            .says("metrics/bad.yml: ", "not UTF-8"),
        BadInput.of("control characters")
            .file(FILE, "name: c\u0000\u0001pu\n")
            .says("metrics/bad.yml:1: ", "an unprintable character; remove it"),
        BadInput.of("a broken symbolic link")
            .given(root -> Files.createSymbolicLink(root.resolve(FILE), Path.of("nowhere.yml")))
            .calling("run", "-s", "bad")
            .says("No metrics found matching selector: bad"),
        BadInput.of("a directory called like a file")
            .given(root -> Files.createDirectory(root.resolve(FILE)))
            .calling("run", "-s", "bad")
            .says("metrics/bad.yml: ", "cannot be read; it is a directory"));
  }

  private static Stream<BadInput> notYaml() {
    return Stream.of(
        yaml("a tab indents", "name: bad\ntags:\n\t- a\n")
            .says("metrics/bad.yml:3: ", "indent with spaces, not tabs"),
        yaml("a bracket stays open", "name: bad\ntags: [a, b\n").says("metrics/bad.yml:3: "),
        yaml("a quote stays open", "name: \"bad\ninterval: 1h\n").says("metrics/bad.yml:"),
        yaml("a line is indented too far", "name: bad\n  interval: 1h\n")
            .says("metrics/bad.yml:2: ", "check indentation"),
        yaml("a colon is missing", "name: bad\ninterval 1h\nquery: q\n").says("metrics/bad.yml:"),
        yaml("two documents", "name: bad\n---\nname: other\n")
            .says("metrics/bad.yml:2: ", "only one document"),
        yaml("an alias without an anchor", "name: *other\n").says("metrics/bad.yml:1: ", "&name"),
        yaml("an alias inside its own value", "a: &a\n  b: *a\n").says("metrics/bad.yml:"),
        yaml("nested aliases that expand to a billion values", aliasBomb())
            .says("metrics/bad.yml:", "aliases expand to more than 1000000 values"),
        yaml("lists nested a thousand deep", "a: " + "[".repeat(1000) + "]".repeat(1000) + "\n")
            .says("metrics/bad.yml:1: ", "nested deeper than 100"),
        yaml("a tag that makes a Python object", "name: !!python/object/apply:os.system [id]\n")
            .says("metrics/bad.yml:1: ", "this YAML tag is not supported"),
        yaml("a merge key without a mapping", "name: bad\n<<: 3\n")
            .says("metrics/bad.yml:2: ", "<< needs a mapping"),
        yaml("a list as a key", "? [a, b]\n: 1\n").says("metrics/bad.yml:1: ", "a single value"),
        yaml("a date that does not exist", "name: bad\ninterval: 2024-02-30\n")
            .says("metrics/bad.yml:2: ", "no such date", "quote it"));
  }

  private static Stream<BadInput> notAMetric() {
    return Stream.of(
        yaml("an empty file", "").says("metrics/bad.yml:1: ", "name, interval and query"),
        yaml("only comments", "# later\n").says("metrics/bad.yml:1: ", "the file is empty"),
        yaml("a list", "- a\n- b\n").says("metrics/bad.yml:1: ", "a list", "mapping of keys"),
        yaml("plain text", "hello\n").says("metrics/bad.yml:1: ", "\"hello\"", "mapping of keys"),
        yaml("a second metric of the same name", GoodProject.METRIC)
            .says("Duplicate metric name 'cpu'", "metrics/bad.yml", "metrics/cpu.yml", "rename"),
        yaml("the same name below metric:", "metric: {name: cpu, interval: 1h, query: q}\n")
            .says("Duplicate metric name 'cpu'", "metrics/bad.yml", "metrics/cpu.yml"));
  }

  private static BadInput yaml(String name, String text) {
    return BadInput.of(name).file(FILE, text);
  }

  private static byte[] garbage() {
    byte[] bytes = new byte[4096];
    new Random(67).nextBytes(bytes);
    return bytes;
  }

  /** Each line is nine times the line before. */
  private static String aliasBomb() {
    StringBuilder text = new StringBuilder("a0: &a0 [x, x, x]\n");
    for (int i = 1; i <= 9; i++) {
      String alias = "*a" + (i - 1) + ", ";
      text.append("a" + i + ": &a" + i + " [" + alias.repeat(9) + "x]\n");
    }
    return text.toString();
  }
}
