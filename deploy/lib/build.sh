# Builds what deploy/start runs. Sourced after common.sh.

# The platform is built again when a source is newer than the last build.
build_if_needed() {
  local stamp=$root/target/built
  if [ "${OPENLETTER_BUILD:-}" = never ]; then
    extract_all
    return
  fi
  if [ -e "$stamp" ] && [ -z "$(newer_than "$stamp")" ]; then
    extract_all
    return
  fi
  need_maven
  say "Building (the first time takes a few minutes and downloads libraries) ..."
  mkdir -p "$root/target"
  if ! run_maven -q -DskipTests -pl '!deploy/e2e' package >"$root/target/build.log" 2>&1; then
    grep -E '^\[ERROR\]' "$root/target/build.log" | head -20 >&2
    fail "The build failed: see target/build.log"
  fi
  touch "$stamp"
  extract_all
}

newer_than() {
  find "$root/pom.xml" "$root"/platform "$root"/gateway "$root"/*-service "$root"/deploy/embedded-mongo \
    -name target -prune -o -type f \( -path '*/src/main/*' -o -name pom.xml \) -newer "$1" -print -quit
}

# An extracted jar starts with about a third less work than a packed one.
extract_all() {
  local service jar
  for service in $services; do
    jar=$(ls "$root/$service/target/$service"-*.jar 2>/dev/null | grep -v -e '-tests' -e '\.original' | head -n 1)
    [ -n "$jar" ] || fail "$service is not built: run deploy/start without OPENLETTER_BUILD=never"
    if [ ! -d "$root/$service/target/app" ] || [ "$jar" -nt "$root/$service/target/app" ]; then
      rm -rf "$root/$service/target/app"
      java -Djarmode=tools -jar "$jar" extract --destination "$root/$service/target/app" >/dev/null ||
        fail "$service could not be unpacked: see $jar"
      touch "$root/$service/target/app"
    fi
  done
}
