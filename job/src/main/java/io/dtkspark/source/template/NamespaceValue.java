package io.dtkspark.source.template;

import java.util.Map;

/** Names that outlive the block they are set in. */
record NamespaceValue(Map<String, Object> values) {}
