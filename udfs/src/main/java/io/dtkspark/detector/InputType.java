package io.dtkspark.detector;

/** What a detector looks at: the value itself or its change from the row before. */
public enum InputType {
  VALUES("values"),
  CHANGES("changes"),
  ABSOLUTE_CHANGES("absolute_changes"),
  LOG_CHANGES("log_changes");

  private final String key;

  InputType(String key) {
    this.key = key;
  }

  /** The spelling of the YAML files and of the stored metadata. */
  public String key() {
    return key;
  }

  public boolean isChange() {
    return this != VALUES;
  }
}
