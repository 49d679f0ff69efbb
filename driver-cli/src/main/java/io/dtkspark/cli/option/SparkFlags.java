package io.dtkspark.cli.option;

import io.dtkspark.run.SparkOptions;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How Spark is started. */
public final class SparkFlags {

  @Option(
      names = "--master",
      paramLabel = "URL",
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
