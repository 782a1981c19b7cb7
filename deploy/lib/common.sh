# Shared by the scripts of this folder; sourced, never run. Needs bash and coreutils, nothing else.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
services="moderation-service profiles-service posts-service comments-service gateway"

say() { printf '%s\n' "$*"; }

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

# The first JDK 25 of JAVA_HOME and the usual folders becomes JAVA_HOME.
find_jdk() {
  local candidate
  for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/*25* /opt/*jdk*25* /opt/java/* \
    "$HOME"/.sdkman/candidates/java/25* "$HOME"/.jdks/*25* /Library/Java/JavaVirtualMachines/*25*/Contents/Home; do
    if [ -n "$candidate" ] && [ -x "$candidate/bin/javac" ] && is_25 "$candidate"; then
      export JAVA_HOME=$candidate
      PATH=$JAVA_HOME/bin:$PATH
      say "Java: $JAVA_HOME"
      return
    fi
  done
  fail "Openletter needs a JDK 25 and found none: install one (for example Temurin 25), or set JAVA_HOME to it."
}

is_25() {
  if [ -r "$1/release" ]; then
    grep -q '^JAVA_VERSION="25' "$1/release"
  else
    "$1/bin/java" -version 2>&1 | head -n 1 | grep -q '"25'
  fi
}

need_maven() {
  command -v mvn >/dev/null 2>&1 || fail "Openletter is built with Maven 3.8.7 or newer and found none: apt-get install maven"
}

# Maven on JDK 25 would warn about itself; Java 17 does not know the flag, so it is set here and nowhere else.
run_maven() {
  MAVEN_OPTS="--sun-misc-unsafe-memory-access=allow ${MAVEN_OPTS:-}" mvn -B -ntp -f "$root/pom.xml" "$@"
}

# 0 when something listens on this port of the loopback address.
taken() {
  (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

# http METHOD PORT PATH [HEADER] [BODY]: prints the status line and everything after it. At most http_seconds without a
# word. Everything is done by this shell itself: what a command is given stands in /proc for every local user to read,
# and headers and bodies hold secrets.
http_seconds=5
http() {
  local connection body=${5-}
  { exec {connection}<>"/dev/tcp/127.0.0.1/$2"; } 2>/dev/null || return 1
  printf '%s %s HTTP/1.1\r\nHost: 127.0.0.1:%s\r\nConnection: close\r\n%sContent-Length: %s\r\n\r\n%s' \
    "$1" "$3" "$2" "${4:+$4$'\r\n'}" "${#body}" "$body" >&"$connection" 2>/dev/null
  timeout "$http_seconds" cat <&"$connection" 2>/dev/null
  exec {connection}>&-
}

# 0 when a GET of this address answers 200.
answers() {
  [[ $(http GET "$1" "$2" | head -n 1) == *" 200"* ]]
}

# Makes a file with 32 random bytes in base64 that only the owner can read, unless it is there.
secret() {
  local file=$1
  [ -s "$file" ] && return
  (umask 077 && head -c 32 /dev/urandom | base64 >"$file.new" && mv "$file.new" "$file")
}
