package io.dtkspark.browser.compiler;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.teavm.model.BasicBlock;
import org.teavm.model.Instruction;
import org.teavm.model.Phi;
import org.teavm.model.Program;
import org.teavm.model.Variable;
import org.teavm.model.instructions.AssignInstruction;
import org.teavm.model.instructions.BinaryInstruction;
import org.teavm.model.instructions.BinaryOperation;
import org.teavm.model.instructions.CastNumberInstruction;
import org.teavm.model.instructions.DoubleConstantInstruction;
import org.teavm.model.instructions.GetElementInstruction;
import org.teavm.model.instructions.NegateInstruction;
import org.teavm.model.util.DefinitionExtractor;

/**
 * The variables of a program in whose place TeaVM may write an expression with one of two operators
 * at its top: all but those that are surely something else. A variable can have several
 * definitions.
 */
final class Operands {

  private final List<BinaryOperation> operators;
  private final BitSet suspects = new BitSet();

  Operands(Program program, BinaryOperation... operators) {
    this.operators = Arrays.asList(operators);
    BitSet defined = new BitSet();
    for (BasicBlock block : program.getBasicBlocks()) {
      for (Phi phi : block.getPhis()) {
        suspects.set(phi.getReceiver().getIndex());
      }
      for (Instruction instruction : block) {
        for (Variable variable : definitions(instruction)) {
          defined.set(variable.getIndex());
          if (!isHarmless(instruction)) {
            suspects.set(variable.getIndex());
          }
        }
      }
    }
    for (int parameter = 0; parameter < program.variableCount(); parameter++) {
      if (!defined.get(parameter)) {
        suspects.set(parameter);
      }
    }
    spread(program);
  }

  boolean contains(Variable variable) {
    return suspects.get(variable.getIndex());
  }

  private static Variable[] definitions(Instruction instruction) {
    DefinitionExtractor extractor = new DefinitionExtractor();
    instruction.acceptVisitor(extractor);
    return extractor.getDefinedVariables();
  }

  private boolean isHarmless(Instruction definition) {
    if (definition instanceof BinaryInstruction binary) {
      return !operators.contains(binary.getOperation());
    }
    return definition instanceof DoubleConstantInstruction
        || definition instanceof GetElementInstruction
        || definition instanceof CastNumberInstruction
        || definition instanceof NegateInstruction
        || definition instanceof AssignInstruction;
  }

  /** Follows copies from variable to variable until nothing changes. */
  private void spread(Program program) {
    int before;
    do {
      before = suspects.cardinality();
      for (BasicBlock block : program.getBasicBlocks()) {
        for (Instruction instruction : block) {
          if (instruction instanceof AssignInstruction copy && contains(copy.getAssignee())) {
            suspects.set(copy.getReceiver().getIndex());
          }
        }
      }
    } while (suspects.cardinality() > before);
  }
}
