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
 * {@code a + b + c}, which JavaScript evaluates from the left and rounds differently. Left operands
 * are safe, and so is what follows a minus. Therefore, where the right operand may end up as a sum,
 *
 * <pre>{@code
 * a + (b + c)        becomes   (b + c) + a
 * (a + b) + (c + d)  becomes   (a + b) - -(c + d)
 * (a * b) * (c * d)  becomes   -((a * b) * -(c * d))
 * }</pre>
 *
 * <p>which have the same bits: addition and multiplication commute, and a change of sign rounds
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
    operation.insertPrevious(negation(operation, second));
    Variable opposite = ((NegateInstruction) operation.getPrevious()).getReceiver();
    operation.setSecondOperand(opposite);
    if (operation.getOperation() == BinaryOperation.ADD) {
      subtractInstead(operation);
    } else {
      negateResult(operation);
    }
  }

  private static NegateInstruction negation(Instruction near, Variable operand) {
    NegateInstruction negation = new NegateInstruction(NumericOperandType.DOUBLE);
    negation.setLocation(near.getLocation());
    negation.setOperand(operand);
    negation.setReceiver(near.getProgram().createVariable());
    return negation;
  }

  private static void subtractInstead(BinaryInstruction addition) {
    BinaryInstruction difference =
        new BinaryInstruction(BinaryOperation.SUBTRACT, NumericOperandType.DOUBLE);
    difference.setLocation(addition.getLocation());
    difference.setFirstOperand(addition.getFirstOperand());
    difference.setSecondOperand(addition.getSecondOperand());
    difference.setReceiver(addition.getReceiver());
    addition.replace(difference);
  }

  private static void negateResult(BinaryInstruction product) {
    Variable result = product.getReceiver();
    product.setReceiver(product.getProgram().createVariable());
    NegateInstruction negation = negation(product, product.getReceiver());
    negation.setReceiver(result);
    product.insertNext(negation);
  }
}
