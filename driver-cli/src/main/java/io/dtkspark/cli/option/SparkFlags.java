package io.dtkspark.cli.option;

import io.dtkspark.run.SparkOptions;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How Spark is started. */
public final class SparkFlags {

  @Option(
      names = "--master",
      paramLabel = "URL",
      converter = MasterUrl.class,
      description =
          "Spark master (default: what spark-submit set, else local[*]: all cores of this"
              + " machine).")
  private String master;

  @Option(
      names = "--source-connections",
      paramLabel = "N",
      defaultValue = "" + SparkOptions.DEFAULT_SOURCE_CONNECTIONS,
      converter = AtLeastOne.class,
      description =
          "Queries that may run at once against one source, per executor"
              + " (default: ${DEFAULT-VALUE}).")
  private int sourceConnections;

  @Option(
      names = "--chunk-rows",
      paramLabel = "N",
      defaultValue = "" + SparkOptions.DEFAULT_MAX_CHUNK_ROWS,
      converter = AtLeastOne.class,
      description =
          "Datapoints a task may hold at once; bounds memory, never changes a row"
              + " (default: ${DEFAULT-VALUE}).")
  private int chunkRows;

  public SparkOptions toOptions() {
    return new SparkOptions(Optional.ofNullable(master), sourceConnections, chunkRows);
  }

  /** The forms Spark knows; it would find out only after the state was opened. */
  static final class MasterUrl implements ITypeConverter<String> {

    private static final Pattern FORM =
        Pattern.compile(
            "local(\\[(\\*|[1-9][0-9]{0,4})(, *[0-9]+)?])?|local-cluster\\[.+]"
                + "|(spark|k8s)://.+|yarn");

    @Override
    public String convert(String text) {
      if (FORM.matcher(text).matches()) {
        return text;
      }
      throw new TypeConversionException(
          "'"
              + text
              + "' is no Spark master; use local[*], local[N] with N from 1, spark://HOST:PORT,"
              + " k8s://URL or yarn");
    }
  }

  /** A count from 1. */
  static final class AtLeastOne implements ITypeConverter<Integer> {

    @Override
    public Integer convert(String text) {
      if (text.matches("0*[1-9][0-9]{0,6}")) {
        return Integer.valueOf(text);
      }
      throw new TypeConversionException("'" + text + "' is no count from 1 to 9999999");
    }
  }
}
