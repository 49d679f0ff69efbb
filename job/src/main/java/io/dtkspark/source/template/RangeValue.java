package io.dtkspark.source.template;

import java.math.BigInteger;
import java.util.AbstractList;

/** Integers at equal steps. */
final class RangeValue extends AbstractList<Object> {

  private final BigInteger start;
  private final BigInteger stop;
  private final BigInteger step;
  private final int size;

  RangeValue(BigInteger start, BigInteger stop, BigInteger step) {
    if (step.signum() == 0) {
      throw new TemplateException("the step of range() must not be 0");
    }
    this.start = start;
    this.stop = stop;
    this.step = step;
    BigInteger last = stop.subtract(start).subtract(BigInteger.valueOf(step.signum()));
    BigInteger steps = last.divide(step).add(BigInteger.ONE);
    boolean empty = last.signum() == -step.signum();
    Limits.checkItems(empty ? 0 : steps.min(BigInteger.valueOf(Integer.MAX_VALUE)).longValue());
    size = empty ? 0 : steps.intValue();
  }

  @Override
  public Object get(int index) {
    return start.add(step.multiply(BigInteger.valueOf(index)));
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public String toString() {
    String ends = "range(" + start + ", " + stop;
    return step.equals(BigInteger.ONE) ? ends + ")" : ends + ", " + step + ")";
  }
}
