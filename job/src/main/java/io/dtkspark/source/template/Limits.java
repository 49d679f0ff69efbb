package io.dtkspark.source.template;

/** Keeps a template from taking the machine down: generous for SQL, far below harm. */
final class Limits {

  private static final int OUTPUT = 10_000_000;
  private static final int ROUNDS = 1_000_000;
  private static final int ITEMS = 1_000_000;

  private int rounds;

  void checkOutput(int length) {
    checkLength(length);
  }

  /** Counts one round of a loop. */
  void countRound() {
    if (++rounds > ROUNDS) {
      throw new TemplateException("its loops take more than " + ROUNDS + " rounds");
    }
  }

  static void checkLength(long characters) {
    if (characters > OUTPUT) {
      throw new TemplateException("it makes a text of more than " + OUTPUT + " characters");
    }
  }

  static void checkItems(long items) {
    if (items > ITEMS) {
      throw new TemplateException("it makes a list of more than " + ITEMS + " elements");
    }
  }
}
