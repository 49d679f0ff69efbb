package io.dtkspark.config;

import io.dtkspark.config.python.PythonNumbers;
import io.dtkspark.error.DtkException;
import io.dtkspark.error.ErrorCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The connections of {@code profiles.yml}. What only a used profile needs is checked on use. */
public final class Profiles {

  private final ConfigNode root;
  private final SortedMap<String, Profile> profiles;
  private final Optional<String> defaultProfile;
  private final Map<String, ChannelConfig> channels;

  private Profiles(
      ConfigNode root,
      SortedMap<String, Profile> profiles,
      Optional<String> defaultProfile,
      Map<String, ChannelConfig> channels) {
    this.root = root;
    this.profiles = profiles;
    this.defaultProfile = defaultProfile;
    this.channels = channels;
  }

  static Profiles read(ConfigNode node, Path projectRoot, ConfigWarnings warnings) {
    if (!PythonNumbers.isTruthy(node.value())) {
      throw node.problem("the file is empty; it needs at least one entry under profiles");
    }
    Fields fields = node.fields(warnings);
    ConfigNode written = fields.required("profiles", "profiles by name").withTextKeys();
    SortedMap<String, Profile> profiles = new TreeMap<>();
    for (String name : written.keys()) {
      ConfigNode profile = written.child(name).orElseThrow();
      profiles.put(name, ProfileReader.read(name, profile, projectRoot, warnings));
    }
    Optional<ConfigNode> fallback = fields.optional("default_profile");
    if (fallback.isPresent() && !profiles.containsKey(fallback.get().text())) {
      throw fallback.get().mismatch("one of the profiles: " + String.join(", ", profiles.keySet()));
    }
    Map<String, ChannelConfig> channels = channels(fields);
    fields.done();
    return new Profiles(node, profiles, fallback.map(ConfigNode::text), channels);
  }

  private static Map<String, ChannelConfig> channels(Fields fields) {
    Map<String, ChannelConfig> channels = new TreeMap<>();
    Optional<ConfigNode> written = fields.present("alert_channels").map(ConfigNode::withTextKeys);
    for (String name : written.map(ConfigNode::keys).orElse(List.of())) {
      ConfigNode node = written.orElseThrow().child(name).orElseThrow();
      ChannelReader.read(name, node, fields.warnings())
          .ifPresent(channel -> channels.put(name, channel));
    }
    return Map.copyOf(channels);
  }

  /** The alert channels by name, without those of an unknown type. */
  public Map<String, ChannelConfig> channels() {
    return channels;
  }

  /** Names of all profiles, sorted. */
  public List<String> names() {
    return List.copyOf(profiles.keySet());
  }

  /** Name of the profile {@link #state} uses when none is given. */
  public Optional<String> defaultProfile() {
    return defaultProfile;
  }

  /**
   * The profile that holds the {@code _dtk_*} tables.
   *
   * @param name empty = the default profile
   * @throws DtkException CONFIG when there is none, it is source-only or not complete
   */
  public Profile state(Optional<String> name) {
    String wanted =
        name.or(() -> defaultProfile)
            .orElseThrow(
                () ->
                    root.missing(
                        "default_profile",
                        "a profile, here or with --profile; there are " + all()));
    Profile profile = find(wanted);
    if (!profile.holdsState()) {
      throw problem(
          wanted,
          profile.type()
              + " can only be a source_profile; the _dtk_* tables need one of "
              + String.join(", ", ProfileReader.STATE_TYPES));
    }
    return complete(profile);
  }

  /**
   * A profile that metrics are loaded from.
   *
   * @throws DtkException CONFIG when there is none of that name, or it is not complete
   */
  public Profile source(String name) {
    Profile profile = find(name);
    return profile.holdsState() ? complete(profile) : profile;
  }

  /**
   * Checks that every source profile the metrics name exists, before anything is opened.
   *
   * @throws DtkException CONFIG naming each metric whose profile does not
   */
  public void checkSources(ProjectConfig project, List<MetricConfig> metrics) {
    Map<String, String> unknown = new TreeMap<>();
    for (MetricConfig metric : metrics) {
      metric
          .sourceProfile()
          .or(project::sourceProfile)
          .filter(name -> !profiles.containsKey(name))
          .ifPresent(name -> unknown.put(metric.name(), name));
    }
    if (!unknown.isEmpty()) {
      List<String> pairs = new ArrayList<>();
      unknown.forEach((metric, profile) -> pairs.add(metric + " -> '" + profile + "'"));
      throw new DtkException(
          ErrorCode.CONFIG,
          "source_profile is not in "
              + root.file().name()
              + ": "
              + String.join(", ", pairs)
              + "; there are "
              + all());
    }
  }

  private Profile find(String name) {
    Profile profile = profiles.get(name);
    if (profile == null) {
      throw new DtkException(
          ErrorCode.CONFIG,
          root.file().name() + " has no profile '" + name + "'; there are " + all());
    }
    return profile;
  }

  private Profile complete(Profile profile) {
    switch (profile.type()) {
      case "duckdb" -> {
        require(profile, "path", profile.path());
        requireSetVariables(profile);
      }
      case "postgres" -> {
        require(profile, "database", profile.database());
        require(profile, "internal_schema", profile.internalLocation());
        require(profile, "data_schema", profile.dataLocation());
        return translated(profile, PostgresSettings::translate);
      }
      case "mariadb", "mysql" -> {
        require(profile, "internal_database", profile.internalLocation());
        require(profile, "data_database", profile.dataLocation());
        return translated(profile, MySqlSettings::translate);
      }
      default -> {
        require(profile, "internal_database", profile.internalLocation());
        require(profile, "data_database", profile.dataLocation());
      }
    }
    return profile;
  }

  private Profile translated(Profile profile, UnaryOperator<Map<String, String>> settings) {
    try {
      return profile.withSettings(settings.apply(profile.settings()));
    } catch (IllegalArgumentException e) {
      throw problem(profile.name(), e.getMessage());
    }
  }

  private void require(Profile profile, String key, String value) {
    if (value == null || value.isEmpty()) {
      throw problem(profile.name(), key + " is missing, which " + profile.type() + " needs");
    }
  }

  /** A server with such a name is not found; a file with such a name would be created. */
  private void requireSetVariables(Profile profile) {
    EnvironmentVariables.unset(profile.path())
        .ifPresent(
            variable -> {
              throw problem(
                  profile.name(), "path needs the environment variable " + variable + ": not set");
            });
  }

  private DtkException problem(String profile, String what) {
    return root.child("profiles").flatMap(node -> node.child(profile)).orElseThrow().problem(what);
  }

  private String all() {
    return profiles.isEmpty() ? "none" : String.join(", ", profiles.keySet());
  }
}
