# Starts a real mongod as a one-node replica set on the data folder. Sourced by run.sh.

start_mongod() {
  local mongod=$1
  say "Database: $mongod, in $data/mongod"
  mkdir -p "$data/mongod"
  spawn mongod "$mongod" --replSet rs0 --bind_ip 127.0.0.1 --port "$db_port" --nounixsocket \
    --dbpath "$data/mongod" --wiredTigerCacheSizeGB 0.25 --setParameter diagnosticDataCollectionEnabled=false \
    --setParameter javascriptEnabled=false
  wait_for_port "$db_port" mongod
  java -cp "$(ls -d "$root"/posts-service/target/app/lib):$root/posts-service/target/app/lib/*" \
    "$root/deploy/lib/ReplicaSet.java" "$db_port" >>"$data/log/mongod.out" 2>&1 ||
    fail "mongod runs, but could not be made a replica set: see $data/log/mongod.out"
  export MONGO_URI="mongodb://127.0.0.1:$db_port/?replicaSet=rs0&retryWrites=true&w=majority"
}
