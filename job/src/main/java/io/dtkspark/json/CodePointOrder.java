package io.dtkspark.json;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Orders texts by their code points, as orjson sorts keys and Python sorts strings. {@link
 * String#compareTo} has another order above U+FFFF.
 */
public final class CodePointOrder {

  public static final Comparator<String> COMPARATOR = CodePointOrder::compare;

  private CodePointOrder() {}

  private static int compare(String a, String b) {
    return Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());
  }
}
