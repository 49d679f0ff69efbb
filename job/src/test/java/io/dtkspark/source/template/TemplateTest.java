package io.dtkspark.source.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the corpus cannot show: where a failure is, what a template cannot reach, what it may use.
 */
class TemplateTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`a\n{{ nobody }}` | 2 | 'nobody'",
        "`{% if true %}\n\n{{ x.y }}{% endif %}` | 3 | 'x'",
        "`{% for a in [1] %}\n{{ a | nosuch }}\n{% endfor %}` | 2 | 'nosuch'",
        "`{% macro f() %}\n{{ gone }}\n{% endmacro %}\n\n{{ f() }}` | 2 | 'gone'",
        "`{{ 1 +\n }}` | 2 | '}}'",
        "`\n\n{% nosuch %}` | 3 | 'nosuch'",
        "`a\n{# open` | 2 | comment",
        "`{% raw %}\n{{` | 1 | endraw",
        "`\n{% for x in y recursive %}{% endfor %}` | 2 | recursive",
        "`\n{% include 'a.sql' %}` | 2 | 'include'",
      })
  void failuresNameTheLineAndTheCulprit(String template, int line, String culprit) {
    TemplateException failure = assertThrows(TemplateException.class, () -> render(template));
    assertEquals(line, failure.line(), failure.getMessage());
    assertTrue(failure.getMessage().contains(culprit), failure.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ ''.__class__ }}",
        "{{ ''.getClass() }}",
        "{{ ''['class'] }}",
        "{{ [].__class__ }}",
        "{{ range.__globals__ }}",
        "{{ {}.hashCode() }}",
        "{{ self }}",
        "{{ request }}",
        "{{ ''.concat('a') }}",
        "{{ namespace().values() }}",
      })
  void nothingOfJavaOrPythonIsInReach(String template) {
    assertThrows(TemplateException.class, () -> render(template));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ 'a' * 100000000 }}",
        "{{ range(100000000) }}",
        "{{ 10 ** 999999 }}",
        "{% for a in range(1100) %}{% for b in range(1100) %}{% endfor %}{% endfor %}",
        "{% for a in range(10000) %}{{ 'x' * 10000 }}{% endfor %}",
        "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
        "{{ '%999999999d' % 1 }}",
        "{{ '{:99999999}'.format(1) }}",
        "{{ 'a' | center(99999999) }}",
        "{{ 1 | round(99999999) }}",
      })
  void whatWouldTakeTheMachineDownIsRefused(String template) {
    assertThrows(TemplateException.class, () -> render(template));
  }

  @Test
  void deepNestingIsAnErrorAndNotACrash() {
    String deep = "(".repeat(100_000) + "1" + ")".repeat(100_000);
    assertThrows(TemplateException.class, () -> render("{{ " + deep + " }}"));
  }

  private static String render(String template) {
    return Template.parse(template).render(Map.of());
  }
}
