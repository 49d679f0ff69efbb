package io.dtkspark.cli.command;

import io.dtkspark.cli.ExitCodes;
import io.dtkspark.cli.Shell;
import io.dtkspark.cli.Style;
import io.dtkspark.cli.scaffold.DatabaseType;
import io.dtkspark.cli.scaffold.NewDirectory;
import io.dtkspark.cli.scaffold.ProjectScaffold;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dtk init}: creates a project with an example metric. */
@Command(name = "init", description = "Create a new project with an example metric.")
public final class InitCommand extends ConsoleCommand {

  @Parameters(paramLabel = "PROJECT_NAME", description = "Name of the project to create.")
  private Path name;

  @Option(
      names = {"-d", "--target-dir"},
      paramLabel = "DIR",
      defaultValue = ".",
      description = "Directory to create the project in (default: the current one).")
  private Path targetDirectory;

  @Option(
      names = "--db-type",
      paramLabel = "TYPE",
      defaultValue = "duckdb",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}, embedded).")
  private DatabaseType databaseType;

  InitCommand(Shell shell) {
    super(shell);
  }

  @Override
  int execute() {
    // Given a path, the last part is the name, as in the original.
    String project = name.getFileName() == null ? "" : name.getFileName().toString();
    Map<String, String> files =
        ProjectScaffold.files(project, databaseType, LocalDate.now(ZoneOffset.UTC));
    Path target = targetDirectory.resolve(project).normalize();
    NewDirectory.create(shell().directory().resolve(target), files);

    console().line("✓ Project '" + project + "' created in " + target, Style.GREEN, Style.BOLD);
    files.keySet().forEach(file -> console().line("    " + file));
    console().blank();
    console().line("Next:");
    console().line("  cd " + target);
    if (databaseType != DatabaseType.DUCKDB) {
      console().line("  fill in the " + databaseType + " connection in profiles.yml");
      console().line("  point metrics/example_cpu_usage.yml at a table of yours");
    }
    console().line("  dtk run --select example_cpu_usage");
    return ExitCodes.OK;
  }
}
