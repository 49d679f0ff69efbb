package io.dtkspark.source.template;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Arithmetic as Python does it: integers without limit, floor division towards minus infinity. */
final class Numbers {

  /** Bits of the largest integer a power may give. */
  private static final int POWER_BITS = 100_000;

  /** Digits that make the division of two large integers safe to round once more. */
  private static final MathContext QUOTIENT = new MathContext(60, RoundingMode.HALF_EVEN);

  private Numbers() {}

  static boolean isNumber(Object value) {
    return value instanceof BigInteger || value instanceof Double || value instanceof Boolean;
  }

  private static boolean isInteger(Object value) {
    return value instanceof BigInteger || value instanceof Boolean;
  }

  /** An integer or bool as integer; fails for anything else. */
  static BigInteger integer(Object value) {
    if (Undefined.check(value) instanceof Boolean flag) {
      return flag ? BigInteger.ONE : BigInteger.ZERO;
    }
    if (value instanceof BigInteger integer) {
      return integer;
    }
    throw new TemplateException("an int is needed, not " + Printing.typeName(value));
  }

  /** Any number as double. */
  static double real(Object value) {
    return value instanceof Double number ? number : integer(value).doubleValue();
  }

  static Object add(Object a, Object b) {
    if (a instanceof String x && b instanceof String y) {
      Limits.checkLength((long) x.length() + y.length());
      return x + y;
    }
    if (a instanceof List<?> x && b instanceof List<?> y && a.getClass() == b.getClass()) {
      List<Object> all = new ArrayList<>(x);
      all.addAll(y);
      Limits.checkItems(all.size());
      return a instanceof TupleValue ? new TupleValue(all) : all;
    }
    if (bothIntegers("+", a, b)) {
      return integer(a).add(integer(b));
    }
    return real(a) + real(b);
  }

  static Object subtract(Object a, Object b) {
    if (bothIntegers("-", a, b)) {
      return integer(a).subtract(integer(b));
    }
    return real(a) - real(b);
  }

  static Object multiply(Object a, Object b) {
    if (isInteger(a) && isRepeatable(b)) {
      return Sequences.repeat(b, integer(a));
    }
    if (isInteger(b) && isRepeatable(a)) {
      return Sequences.repeat(a, integer(b));
    }
    if (bothIntegers("*", a, b)) {
      return integer(a).multiply(integer(b));
    }
    return real(a) * real(b);
  }

  private static boolean isRepeatable(Object value) {
    return value instanceof String || (value instanceof List && !(value instanceof RangeValue));
  }

  static Object divide(Object a, Object b) {
    if (bothIntegers("/", a, b)) {
      BigInteger divisor = nonZero(integer(b));
      if (integer(a).signum() == 0) {
        return divisor.signum() < 0 ? -0.0 : 0.0;
      }
      return new BigDecimal(integer(a)).divide(new BigDecimal(divisor), QUOTIENT).doubleValue();
    }
    return real(a) / nonZero(real(b));
  }

  static Object floorDivide(Object a, Object b) {
    if (bothIntegers("//", a, b)) {
      BigInteger[] parts = integer(a).divideAndRemainder(nonZero(integer(b)));
      boolean down = parts[1].signum() * integer(b).signum() < 0;
      return down ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }
    double divisor = nonZero(real(b));
    double quotient = (real(a) - modulo(real(a), divisor)) / divisor;
    double floor = Math.floor(quotient);
    return quotient - floor > 0.5 ? floor + 1 : floor;
  }

  static Object modulo(Object a, Object b) {
    if (a instanceof String format) {
      return PercentFormat.apply(format, Undefined.check(b));
    }
    if (bothIntegers("%", a, b)) {
      BigInteger remainder = integer(a).remainder(nonZero(integer(b)));
      return remainder.signum() * integer(b).signum() < 0 ? remainder.add(integer(b)) : remainder;
    }
    return modulo(real(a), nonZero(real(b)));
  }

  private static double modulo(double a, double b) {
    double remainder = a % b;
    if (remainder == 0) {
      return Math.copySign(0.0, b);
    }
    return (remainder < 0) == (b < 0) ? remainder : remainder + b;
  }

  static Object power(Object a, Object b) {
    if (bothIntegers("**", a, b) && integer(b).signum() >= 0) {
      long bits = (long) integer(a).bitLength() * integer(b).min(BigInteger.TEN.pow(9)).intValue();
      if (bits > POWER_BITS) {
        throw new TemplateException("a power has more than " + POWER_BITS + " bits");
      }
      return integer(a).pow(integer(b).intValue());
    }
    double base = real(a);
    double exponent = real(b);
    if (base == 0 && exponent < 0) {
      throw new TemplateException("0 has no negative power");
    }
    double power = Math.pow(base, exponent);
    if (Double.isNaN(power) && base < 0) {
      throw new TemplateException("a negative number has no power of a fraction");
    }
    return power;
  }

  static Object negate(Object a) {
    return a instanceof Double number ? (Object) (-number) : integer(a).negate();
  }

  static Object plus(Object a) {
    return a instanceof Double ? a : integer(a);
  }

  private static BigInteger nonZero(BigInteger divisor) {
    if (divisor.signum() == 0) {
      throw new TemplateException("division by zero");
    }
    return divisor;
  }

  private static double nonZero(double divisor) {
    if (divisor == 0) {
      throw new TemplateException("division by zero");
    }
    return divisor;
  }

  private static boolean bothIntegers(String operator, Object a, Object b) {
    Undefined.check(a);
    Undefined.check(b);
    if (!isNumber(a) || !isNumber(b)) {
      throw new TemplateException(
          "'"
              + operator
              + "' cannot combine "
              + Printing.typeName(a)
              + " and "
              + Printing.typeName(b));
    }
    return isInteger(a) && isInteger(b);
  }
}
