#!/usr/bin/env bash
# A private, throw-away RabbitMQ node for tests, with its own epmd, cookie and folders.
#   tests/servers/rabbitmq.sh start DIR AMQP_PORT DIST_PORT EPMD_PORT   user guest/guest on 127.0.0.1:AMQP_PORT
#   tests/servers/rabbitmq.sh stop DIR                                  stop the node and the epmd whose pids stand in DIR
# Works as root and as an ordinary user.
set -euo pipefail

launcher=/usr/lib/rabbitmq/bin/rabbitmq-server
usage() { sed -n '2,5p' "$0" >&2; exit 2; }

is_open() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

wait_open() {
  local port=$1 pid=$2 deadline=$((SECONDS + 180))
  until is_open "$port"; do
    kill -0 "$pid" 2>/dev/null || return 1
    [ $SECONDS -lt $deadline ] || return 1
    sleep 0.1
  done
}

wait_gone() {
  local pid=$1 deadline=$((SECONDS + $2))
  while kill -0 "$pid" 2>/dev/null; do
    [ $SECONDS -lt $deadline ] || return 1
    sleep 0.1
  done
}

start() {
  local port=$1 dist=$2 epmd_port=$3
  # /usr/sbin/rabbitmq-server is a wrapper that changes folder and user; the real launcher takes ours.
  [ -x "$launcher" ] || { echo "rabbitmq.sh: $launcher not found; install the package rabbitmq-server" >&2; exit 3; }
  mkdir -p "$dir"/{mnesia,log,home}
  cat > "$dir/rabbitmq.conf" <<CONF
listeners.tcp.1 = 127.0.0.1:$port
loopback_users = none
log.console = false
disk_free_limit.absolute = 50MB
vm_memory_high_watermark.absolute = 1GB
default_user = guest
default_pass = guest
CONF
  echo '[].' > "$dir/enabled_plugins"
  export HOME="$dir/home"
  # Started here and not by Erlang, which would leave it running for ever without a known pid.
  epmd -port "$epmd_port" -address 127.0.0.1 > "$dir/log/epmd.out" 2>&1 < /dev/null &
  echo $! > "$dir/epmd.pid"
  export RABBITMQ_NODENAME=rmq@localhost RABBITMQ_DIST_PORT=$dist \
    RABBITMQ_MNESIA_BASE="$dir/mnesia" RABBITMQ_LOG_BASE="$dir/log" \
    RABBITMQ_CONFIG_FILE="$dir/rabbitmq.conf" RABBITMQ_ENABLED_PLUGINS_FILE="$dir/enabled_plugins" \
    RABBITMQ_CONF_ENV_FILE=/dev/null RABBITMQ_PID_FILE="$dir/pid" \
    ERL_EPMD_PORT=$epmd_port ERL_EPMD_ADDRESS=127.0.0.1 \
    RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS="-setcookie caseflow-tests +S 2:2 -kernel inet_dist_use_interface {127,0,0,1}"
  setsid "$launcher" > "$dir/log/console.out" 2>&1 < /dev/null &
  local pid=$!
  echo "$pid" > "$dir/launcher.pid"
  if ! wait_open "$port" "$pid"; then
    tail -n 30 "$dir/log/console.out" >&2
    stop
    exit 1
  fi
  echo "$pid"
}

stop() {
  local pid
  if [ -f "$dir/launcher.pid" ]; then
    pid=$(cat "$dir/launcher.pid")
    if kill -TERM "$pid" 2>/dev/null && ! wait_gone "$pid" 20; then
      kill -KILL "$pid" "$(cat "$dir/pid" 2>/dev/null || echo "$pid")" 2>/dev/null || true
    fi
    rm -f "$dir/launcher.pid"
  fi
  if [ -f "$dir/epmd.pid" ]; then
    kill -TERM "$(cat "$dir/epmd.pid")" 2>/dev/null || true
    rm -f "$dir/epmd.pid"
  fi
}

[ $# -ge 2 ] || usage
verb=$1 dir=$2
case "$verb" in
  start) [ $# -eq 5 ] || usage; start "$3" "$4" "$5" ;;
  stop) stop ;;
  *) usage ;;
esac
