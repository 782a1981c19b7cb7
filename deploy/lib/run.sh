# Runs the database and the five services. Sourced after common.sh; uses data, port, origin, db_port of deploy/start.

source "$root/deploy/lib/address.sh"

# C1 and the serial collector: five JVMs that start side by side on two cores are ready about twice as fast.
java_flags="-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xss512k -XX:MaxMetaspaceSize=192m -XX:ReservedCodeCacheSize=48m -XX:+ExitOnOutOfMemoryError"
stopping=no
declare -A pid_of

prepare_data() {
  (umask 077 && mkdir -p "$data/secrets" "$data/run" "$data/log" "$data/mongo") ||
    fail "The data folder $data cannot be made: choose another with OPENLETTER_DATA."
  local client
  for client in gateway posts-service comments-service profiles-service moderation-service operator; do
    secret "$data/secrets/$client.secret"
  done
  for client in session.key signing.key block.key; do
    secret "$data/secrets/$client"
  done
}

# A deploy/start that was killed leaves its services running: they are stopped before new ones start. One that still
# runs on this data folder is left alone.
stop_leftovers() {
  local file pid name left=
  pid=$(cat "$data/run/start.pid" 2>/dev/null)
  if [ -n "$pid" ] && [ "$pid" != $$ ] && is_ours "$pid" deploy/start; then
    fail "deploy/start already runs on $data (process $pid). Stop it with Ctrl-C, or choose another folder with OPENLETTER_DATA and other ports with OPENLETTER_PORT."
  fi
  for name in $services embedded-mongo; do
    file=$data/run/$name.pid
    pid=$(cat "$file" 2>/dev/null)
    if [ -n "$pid" ] && is_ours "$pid" "$name"; then
      left="$left $name"
      kill -TERM "$pid"
      pid_of[$name]=$pid
    fi
    rm -f "$file" "$data/run/$name.down"
  done
  if [ -n "$left" ]; then
    say "Stopping what an earlier deploy/start left running:$left"
    for name in $left; do
      end_of "$name" 20
      unset "pid_of[$name]"
    done
  fi
  echo $$ >"$data/run/start.pid"
}

is_ours() {
  tr '\0' ' ' <"/proc/$1/cmdline" 2>/dev/null | grep -q -e "$2"
}

port_of() {
  case $1 in
    gateway) echo "$port" ;;
    posts-service) echo $((port + 1)) ;;
    comments-service) echo $((port + 2)) ;;
    profiles-service) echo $((port + 3)) ;;
    moderation-service) echo $((port + 4)) ;;
  esac
}

check_ports() {
  local service p
  for service in $services; do
    for p in $(port_of "$service") $(($(port_of "$service") + 1000)); do
      if taken "$p"; then
        fail "Port $p, which $service needs, is taken by another program: stop that program (or another deploy/start), or choose other ports, for example OPENLETTER_PORT=$((port + 100)) deploy/start"
      fi
    done
  done
  if [ -z "${MONGO_URI:-}" ] && taken "$db_port"; then
    fail "Port $db_port, which the database needs, is taken by another program: stop it, or choose another with OPENLETTER_DB_PORT."
  fi
}

start_database() {
  if [ -n "${MONGO_URI:-}" ]; then
    say "Database: the MongoDB of MONGO_URI"
    return
  fi
  local mongod=${MONGOD_BIN:-$(command -v mongod || true)}
  if [ -n "$mongod" ]; then
    source "$root/deploy/lib/mongod.sh"
    start_mongod "$mongod"
    return
  fi
  say "Database: embedded, in $data/mongo (one machine; give MONGO_URI for a MongoDB)"
  start_embedded
  wait_for_port "$db_port" embedded-mongo
  # The services get it in their environment, which only their owner can read; a command line is there for everybody.
  local password
  password=$(cat "$data/mongo/password") || fail "The password of the database cannot be read: $data/mongo/password"
  export MONGO_URI="mongodb://openletter:$(encoded "$password")@127.0.0.1:$db_port/?authSource=admin&authMechanism=SCRAM-SHA-256"
}

start_embedded() {
  local home=$root/deploy/embedded-mongo/target
  spawn embedded-mongo java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx128m -Xss512k -XX:+ExitOnOutOfMemoryError \
    -cp "$(ls "$home"/embedded-mongo-*.jar | grep -v -e '-tests' | head -n 1):$home/lib/*" \
    org.openletter.embedded.EmbeddedMongoProcess --data "$data/mongo" --port "$db_port"
}

start_services() {
  say "Starting five services ..."
  local service
  for service in $services; do
    start_service "$service"
  done
}

start_service() {
  local service=$1 p jar
  p=$(port_of "$service")
  jar=$(ls "$root/$service/target/app/"*.jar | head -n 1)
  spawn "$service" java $java_flags -Xmx"$(heap_of "$service")" -jar "$jar" \
    --server.port="$p" \
    --management.server.port=$((p + 1000)) \
    --openletter.origin="$origin" \
    --openletter.secrets="$data/secrets" \
    --openletter.log-folder="$data/log" \
    --openletter.uploads-folder="$data/uploads" \
    --openletter.posts-service.url=http://127.0.0.1:$((port + 1)) \
    --openletter.comments-service.url=http://127.0.0.1:$((port + 2)) \
    --openletter.profiles-service.url=http://127.0.0.1:$((port + 3))/id \
    --openletter.moderation-service.url=http://127.0.0.1:$((port + 4)) \
    --openletter.management-offset=1000 \
    $(address_of "$service")
}

# Only the gateway may listen elsewhere than on the loopback address.
address_of() {
  [ "$1" = gateway ] && [ -n "${OPENLETTER_ADDRESS:-}" ] && echo "--server.address=$OPENLETTER_ADDRESS"
}

heap_of() {
  case $1 in
    gateway) echo 224m ;;
    posts-service) echo 192m ;;
    *) echo 160m ;;
  esac
}

# spawn NAME COMMAND...: in a process group of its own, so that Ctrl-C reaches this script alone and it can stop
# the services before their database.
spawn() {
  local name=$1
  shift
  set -m
  "$@" </dev/null >>"$data/log/$name.out" 2>&1 &
  pid_of[$name]=$!
  set +m
  echo "${pid_of[$name]}" >"$data/run/$name.pid"
}

alive() { kill -0 "${pid_of[$1]}" 2>/dev/null; }

wait_for_port() {
  patient
  until taken "$1"; do
    alive "$2" || explain_end "$2"
    moving "$2" || fail "$2 did not open port $1 and has not moved for $stuck_after s: see $data/log/$2.out"
    sleep 0.2
  done
}

# A slow machine or much to recover is no reason to give up. A process that has hardly used a processor for this many
# seconds waits for something that does not come (idle services of ours use about a hundredth of one).
stuck_after=60

patient() {
  watched_since=$SECONDS
  watched_ticks=
}

# moving NAME...: 0 unless together they used less than a twentieth of a processor for stuck_after seconds.
moving() {
  local name ticks=0 used
  for name in "$@"; do
    used=$(sed 's/^.*) //' "/proc/${pid_of[$name]}/stat" 2>/dev/null | cut -d ' ' -f 12,13 | tr ' ' '+')
    ticks=$((ticks + ${used:-0}))
  done
  if [ -z "$watched_ticks" ]; then
    watched_ticks=$ticks
  elif [ $((SECONDS - watched_since)) -ge $stuck_after ]; then
    [ $((ticks - watched_ticks)) -ge $((stuck_after * 5)) ] || return 1
    watched_since=$SECONDS
    watched_ticks=$ticks
  fi
}

explain_end() {
  tail -n 15 "$data/log/$1.out" >&2
  fail "$1 ended while it was starting: see $data/log/$1.out"
}

wait_until_ready() {
  local service waiting="$services" still
  patient
  while [ -n "$waiting" ]; do
    still=
    for service in $waiting; do
      alive "$service" || explain_end "$service"
      if answers $(($(port_of "$service") + 1000)) /actuator/health/readiness; then
        say "  $service is ready after $((SECONDS - started)) s"
        patient
      else
        still="$still $service"
      fi
    done
    waiting=$still
    [ -z "$waiting" ] || moving $waiting || fail "Not ready, and nothing has moved for $stuck_after s:$waiting. See $data/log"
    [ -z "$waiting" ] || sleep 0.3
  done
  warm
}

# The first call of each kind loads classes, opens connections and fetches tokens, which takes up to a second. Nobody
# should wait for it, so one page of each kind is asked for until it answers quickly enough to be called ready.
warm() {
  local page tries=0 letter
  letter=$(http GET "$port" / | grep -o '/letters/[0-9a-z]\{12\}/[0-9a-z-]*' | head -n 1)
  for page in / "${letter:-/letters/000000000000/none}" /letters /people/nobody /about /feeds/letters.atom /id/login /id/sign-up /api/v1/letters; do
    until [[ $(http GET "$port" "$page" | head -n 1) == *" "[234]??* ]]; do
      tries=$((tries + 1))
      [ $tries -lt 40 ] || fail "$page does not answer: see $data/log/gateway.out"
      sleep 0.3
    done
  done
}

# The first admin's link is asked for until it is there or it is known why not.
first_admin() {
  local answer tries=0
  until answer=$(OPENLETTER_PORT=$port OPENLETTER_DATA=$data "$root/deploy/admin-link" --if-none 2>&1); do
    tries=$((tries + 1))
    if [ $tries -ge 3 ]; then
      say "  No link for the first admin: $answer"
      say "  Run deploy/admin-link to get one."
      return
    fi
    sleep 1
  done
  [ -z "$answer" ] || say "  the first admin signs up here, once: $answer"
}

# Starts again what ended, until it is told to stop. What deploy/service stopped or killed stays down until it is
# started with the same command.
supervise() {
  local after=${OPENLETTER_RESTART_AFTER:-3} name
  while sleep 1; do
    for name in "${!pid_of[@]}"; do
      if ! alive "$name"; then
        wait "${pid_of[$name]}" 2>/dev/null
        say "$name ended ($?). See $data/log/$name.out"
        if [ "$after" = never ] || [ -e "$data/run/$name.down" ]; then
          unset "pid_of[$name]"
          rm -f "$data/run/$name.pid"
          continue
        fi
        sleep "$after"
        say "Starting $name again ..."
        if [ "$name" = embedded-mongo ]; then start_embedded; else start_service "$name"; fi
      fi
    done
    started_by_hand
  done
}

# deploy/service puts a name into this file to have one service started again.
started_by_hand() {
  local wanted
  [ -s "$data/run/wanted" ] || return 0
  wanted=$(cat "$data/run/wanted")
  rm -f "$data/run/wanted"
  for name in $wanted; do
    if [ -z "${pid_of[$name]:-}" ] || ! alive "$name"; then
      say "Starting $name ..."
      start_service "$name"
    fi
  done
}

stop_all() {
  [ "$stopping" = no ] || return
  stopping=yes
  # Also when nobody reads any more what this script says, the services are stopped.
  trap '' INT TERM HUP PIPE
  [ ${#pid_of[@]} -gt 0 ] || return
  say ""
  say "Stopping ..."
  local name
  for name in $services; do
    [ -n "${pid_of[$name]:-}" ] && kill -TERM "${pid_of[$name]}" 2>/dev/null
  done
  for name in $services; do
    end_of "$name" 15
  done
  for name in "${!pid_of[@]}"; do
    kill -TERM "${pid_of[$name]}" 2>/dev/null
    end_of "$name" 20
  done
  rm -f "$data"/run/*.pid "$data"/run/*.down
  say "Stopped."
}

end_of() {
  [ -n "${pid_of[$1]:-}" ] || return 0
  local tries=0
  while kill -0 "${pid_of[$1]}" 2>/dev/null; do
    tries=$((tries + 1))
    if [ $tries -gt $(($2 * 10)) ]; then
      say "$1 did not stop within $2 s and was ended."
      kill -KILL "${pid_of[$1]}" 2>/dev/null
      break
    fi
    sleep 0.1
  done
  wait "${pid_of[$1]}" 2>/dev/null
  return 0
}
