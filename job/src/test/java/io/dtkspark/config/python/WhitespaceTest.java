package io.dtkspark.config.python;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class WhitespaceTest {

  @Test
  void noBreakSpacesAreStripped() {
    assertEquals("a b", Whitespace.strip("\u00a0\u2007 a b\u0085\u202f\t\n"));
    assertEquals("", Whitespace.strip(" \u00a0"));
  }
}
