package io.dtkspark.cli.option;

import io.dtkspark.plan.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The value of {@code --steps}: comma-separated, case and surrounding spaces do not matter. */
record StepList(List<Step> steps) {

  static final class Converter implements ITypeConverter<StepList> {

    @Override
    public StepList convert(String text) {
      List<Step> steps = new ArrayList<>();
      for (String part : text.split(",", -1)) {
        steps.add(step(part.strip().toLowerCase(Locale.ROOT)));
      }
      return new StepList(List.copyOf(steps));
    }

    private static Step step(String key) {
      return Arrays.stream(Step.values())
          .filter(step -> step.key().equals(key))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'" + key + "' is no step; choose from load, detect, alert"));
    }
  }
}
