# Sourced by the other scripts: finds Java, or says what is missing.

# Prints the path of a Java 17 or newer, from JAVA_HOME or the PATH.
find_java() {
  local java="${JAVA_HOME:+$JAVA_HOME/bin/}java" version
  version=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.specification.version = //p') || true
  case $version in
    1[7-9] | [2-9][0-9]) echo "$java" ;;
    *)
      echo "Java 17 or newer is needed (found: ${version:-none}); on Debian: apt-get install openjdk-17-jdk-headless" >&2
      return 1
      ;;
  esac
}

# Fails unless a JDK and Maven are there.
require_build_tools() {
  find_java > /dev/null || return 1
  if ! "${JAVA_HOME:+$JAVA_HOME/bin/}javac" -version > /dev/null 2>&1; then
    echo "A JDK is needed to build, not only a JRE; on Debian: apt-get install openjdk-17-jdk-headless" >&2
    return 1
  fi
  if ! command -v mvn > /dev/null; then
    echo "Maven 3.8 or newer is needed to build; on Debian: apt-get install maven" >&2
    return 1
  fi
}
