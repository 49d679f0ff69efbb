package io.dtkspark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleTest {

  private static final Terminal TERMINAL = Terminal.of("out,err", Map.of("COLUMNS", "40"));

  @Test
  void linesGoToOutputAndErrorsToError() {
    CapturedConsole captured = new CapturedConsole();
    captured.console().line("  ┌─ LOAD", Style.CYAN, Style.BOLD);
    captured.console().error("no such metric");
    assertEquals("  ┌─ LOAD\n", captured.out());
    assertEquals("Error: no such metric\n", captured.err());
  }

  @Test
  void coloursAppearOnATerminalOnly() {
    CapturedConsole captured = new CapturedConsole(TERMINAL, "");
    captured.console().line("done", Style.GREEN, Style.BOLD);
    captured.console().error("broken");
    assertEquals("\u001b[32m\u001b[1mdone\u001b[0m\n", captured.out());
    assertEquals("\u001b[31m\u001b[1mError: broken\u001b[0m\n", captured.err());
  }

  @Test
  void eachStreamHasItsOwnColours() {
    CapturedConsole captured = new CapturedConsole(Terminal.of("err", Map.of()), "");
    captured.console().line("done", Style.GREEN);
    captured.console().error("broken");
    assertEquals("done\n", captured.out());
    assertTrue(captured.err().startsWith("\u001b[31m"));
  }

  @Test
  void noColorAndDumbTerminalsAreRespected() {
    assertFalse(Terminal.of("out,err", Map.of("NO_COLOR", "1")).colouredText());
    assertTrue(Terminal.of("out,err", Map.of("NO_COLOR", "")).colouredText());
    assertFalse(Terminal.of("out,err", Map.of("TERM", "dumb")).colouredErrors());
    assertFalse(Terminal.of("out,err", Map.of("TERM", "dumb")).errorsOnTerminal());
  }

  @Test
  void onlyTheDocumentReachesOutputWhenTextGoesToError() {
    CapturedConsole captured = new CapturedConsole();
    Console console = captured.console().withTextOnError();
    console.line("Project root: here");
    console.document("{}");
    assertEquals("{}\n", captured.out());
    assertEquals("Project root: here\n", captured.err());
  }

  @Test
  void statusIsErasedBeforeTheNextLineAndNeverWraps() {
    CapturedConsole captured = new CapturedConsole(TERMINAL, "");
    captured.console().status("x".repeat(60));
    captured.console().line("next");
    captured.console().line("last");
    assertEquals("\r\u001b[K" + "x".repeat(39) + "\r\u001b[K", captured.err());
    assertEquals("next\nlast\n", captured.out());
  }

  @Test
  void statusIsAPlainLineInALog() {
    CapturedConsole captured = new CapturedConsole();
    captured.console().status("LOAD  50 %");
    captured.console().line("next");
    assertEquals("LOAD  50 %\n", captured.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"y\n", "Y\r\n", "yes\n", "YES", " y \n"})
  void yesConfirms(String answer) {
    CapturedConsole captured = new CapturedConsole(Terminal.NONE, answer);
    assertTrue(captured.console().confirm("Delete?"));
    assertEquals("Delete? [y/N]: ", captured.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "n\n", "no\n", "yep\n", "ı\n"})
  void anythingElseRefuses(String answer) {
    assertFalse(new CapturedConsole(Terminal.NONE, answer).console().confirm("Delete?"));
  }
}
