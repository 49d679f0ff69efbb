package io.dtkspark.browser.compiler;

import org.teavm.model.BasicBlock;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.Instruction;
import org.teavm.model.MethodHolder;
import org.teavm.model.Program;
import org.teavm.model.Variable;
import org.teavm.model.instructions.BinaryInstruction;
import org.teavm.model.instructions.BinaryOperation;
import org.teavm.model.instructions.NegateInstruction;
import org.teavm.model.instructions.NumericOperandType;

/**
 * Makes TeaVM keep the order in which doubles are added and multiplied.
 *
 * <p>TeaVM 0.15.0 takes {@code +} and {@code *} for associative: it writes {@code a + (b + c)} as
 * {@code a + b + c}, which JavaScript evaluates from the left and rounds differently. Only right
 * operands suffer. Therefore, where a right operand may end up as a sum,
 *
 * <pre>{@code
 * a + (b + c)        becomes   (b + c) + a
 * (a + b) + (c + d)  becomes   (a + b) + -(-(c + d))
 * }</pre>
 *
 * <p>and products likewise: addition and multiplication commute, and a change of sign rounds
 * nothing. This happens before TeaVM inlines methods and variables, so the result of a call, a
 * parameter or a field may become a sum, too.
 */
public final class EvaluationOrder implements ClassHolderTransformer {

  private static final String OURS = "io.dtkspark.";

  @Override
  public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
    if (type.getName().startsWith(OURS)) {
      for (MethodHolder method : type.getMethods()) {
        if (method.hasProgram()) {
          keepOrder(method.getProgram());
        }
      }
    }
  }

  private static void keepOrder(Program program) {
    Operands sums = new Operands(program, BinaryOperation.ADD, BinaryOperation.SUBTRACT);
    Operands products = new Operands(program, BinaryOperation.MULTIPLY, BinaryOperation.DIVIDE);
    for (BasicBlock block : program.getBasicBlocks()) {
      for (Instruction instruction : block) {
        if (instruction instanceof BinaryInstruction operation
            && operation.getOperandType() == NumericOperandType.DOUBLE) {
          switch (operation.getOperation()) {
            case ADD -> keepOrder(operation, sums);
            case MULTIPLY -> keepOrder(operation, products);
            default -> {}
          }
        }
      }
    }
  }

  private static void keepOrder(BinaryInstruction operation, Operands unsafe) {
    Variable first = operation.getFirstOperand();
    Variable second = operation.getSecondOperand();
    if (!unsafe.contains(second)) {
      return;
    }
    if (!unsafe.contains(first)) {
      operation.setFirstOperand(second);
      operation.setSecondOperand(first);
      return;
    }
    Variable opposite = negate(second, operation);
    operation.setSecondOperand(negate(opposite, operation));
  }

  /** Puts a change of sign before an instruction. */
  private static Variable negate(Variable operand, Instruction before) {
    NegateInstruction negation = new NegateInstruction(NumericOperandType.DOUBLE);
    negation.setLocation(before.getLocation());
    negation.setOperand(operand);
    negation.setReceiver(before.getProgram().createVariable());
    before.insertPrevious(negation);
    return negation.getReceiver();
  }
}
