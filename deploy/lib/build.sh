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
  run_maven -DskipTests -pl '!deploy/e2e' package 2>&1 | tee "$root/target/build.log" | parts_built
  if [ "${PIPESTATUS[0]}" != 0 ]; then
    grep -E '^\[ERROR\]' "$root/target/build.log" | head -20 >&2
    fail "The build failed: see target/build.log"
  fi
  touch "$stamp"
  extract_all
}

# Says which part is being built: Maven's line is "[INFO] Building posts-service 0.1.0   [5/7]".
parts_built() {
  sed -n -u 's#^\[INFO\] Building \(.*\) [0-9][^ ]* *\[\([0-9]*\)/\([0-9]*\)\]$#  \1 (\2 of \3)#p'
}

newer_than() {
  find "$root/pom.xml" "$root"/platform "$root"/gateway "$root"/*-service "$root"/deploy/embedded-mongo \
    -name target -prune -o -type f \( -path '*/src/main/*' -o -name pom.xml \) -newer "$1" -print -quit
}

# An extracted jar starts with about a third less work than a packed one. The date of a jar is always the same
# (reproducible builds), so its content tells whether it is a new one.
extract_all() {
  local service jar app sum
  for service in $services; do
    jar=$(ls "$root/$service/target/$service"-*.jar 2>/dev/null | grep -v -e '-tests' -e '\.original' | head -n 1)
    [ -n "$jar" ] || fail "$service is not built: run deploy/start without OPENLETTER_BUILD=never"
    app=$root/$service/target/app
    sum=$(cksum <"$jar")
    if [ "$(cat "$app.of" 2>/dev/null)" != "$sum" ]; then
      rm -rf "$app"
      java -Djarmode=tools -jar "$jar" extract --destination "$app" >/dev/null ||
        fail "$service could not be unpacked: see $jar"
      printf '%s\n' "$sum" >"$app.of"
    fi
  done
}
