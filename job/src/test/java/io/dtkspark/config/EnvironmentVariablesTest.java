package io.dtkspark.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentVariablesTest {

  private final EnvironmentVariables variables =
      new EnvironmentVariables(
          Map.of("HOST", "db", "EMPTY", "", "DOLLAR", "a$1\\b", "REF", "HOST"));

  @Test
  void bothFormsAreFilledInAnywhereInAText() {
    assertEquals("tcp://db:1", variables.fillIn("tcp://${HOST}:1"));
    assertEquals("db-db", variables.fillIn("{{ env_var('HOST') }}-{{env_var(\"HOST\")}}"));
    assertEquals("db", variables.fillIn("{{ env_var('${REF}') }}"));
  }

  @Test
  void variablesThatAreNotSetStay() {
    assertEquals(
        "${NOPE} {{ env_var('NOPE') }}", variables.fillIn("${NOPE} {{ env_var('NOPE') }}"));
    assertEquals("$HOST ${} {HOST}", variables.fillIn("$HOST ${} {HOST}"));
  }

  @Test
  void emptyAndSpecialValuesAreTakenAsTheyAre() {
    assertEquals("", variables.fillIn("${EMPTY}"));
    assertEquals("a$1\\b", variables.fillIn("${DOLLAR}"));
  }
}
