# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 Compagnon contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# Read by the other scripts: where things are, plain messages, ports, and servers that end with their script.

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
BUILD="$ROOT/build"
LOGS="$BUILD/log"
SERVERS=()
SCRATCH=()
RUNNING=''
BESIDE=''
cd "$ROOT" || exit 1
mkdir -p "$LOGS"

# Composer asks root for a confirmation that nobody is there to give.
[ "$EUID" -ne 0 ] || export COMPOSER_ALLOW_SUPERUSER=1

say() { printf '%s\n' "$*"; }

die() {
	printf '%s\n' "$*" >&2
	exit 1
}

# step LABEL COMMAND...: quiet while it goes well, the end of its log when it does not.
step() {
	local label="$1" log from=$SECONDS
	shift
	log="$LOGS/$(printf '%s' "$label" | tr -cs '[:alnum:]' '-').log"
	printf '%s … ' "$label"
	if ! "$@" >"$log" 2>&1 </dev/null; then
		say 'failed:'
		tail -n 30 "$log" >&2
		die "The whole log is in $log"
	fi
	say "$((SECONDS - from)) s"
}

# fingerprint PATH...: of everything below these paths, by name and content.
fingerprint() {
	find "$@" -type f -print0 2>/dev/null | LC_ALL=C sort -z | xargs -0 -r sha256sum | sha256sum | cut -d ' ' -f 1
}

# renew NAME PRODUCT INPUT LABEL COMMAND...: runs the command unless PRODUCT is there, made from this very INPUT.
renew() {
	local stamp="$BUILD/stamps/$1" product="$2" input="$3" label="$4"
	shift 4
	if [ -e "$product" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$input" ]; then
		return 0
	fi
	mkdir -p "$BUILD/stamps"
	rm -f "$stamp"
	step "$label" "$@"
	printf '%s' "$input" >"$stamp"
}

port_free() { ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

free_port() {
	# shellcheck disable=SC2016
	php -r '$s = stream_socket_server("tcp://127.0.0.1:0"); echo substr(strrchr(stream_socket_get_name($s, false), ":"), 1);'
}

need_port() {
	port_free "$1" || die "Port $1 is in use on this machine. Stop what uses it, or choose another one: $2"
}

# scratch VARIABLE: a new folder outside the checkout that goes with the script.
scratch() {
	# Named unlike anything a caller would name its variable, which would be hidden by it. mktemp puts a name for the Xs.
	local scratch_made
	scratch_made="$(mktemp -d "${TMPDIR:-/tmp}/compagnon.XXXXXX")"
	SCRATCH+=("$scratch_made")
	printf -v "$1" '%s' "$scratch_made"
}

# start_server LOG COMMAND...: in a process group of its own, since PHP's workers outlive a master that is told to end.
start_server() {
	local log="$1"
	shift
	setsid "$@" >"$log" 2>&1 </dev/null &
	SERVERS+=("$!")
}

# wait_for URL LOG: until the server started last answers, whatever it answers.
wait_for() {
	local tries pid="${SERVERS[-1]}"
	for ((tries = 0; tries < 150; tries++)); do
		kill -0 "$pid" 2>/dev/null || break
		# shellcheck disable=SC2016
		if php -r '$c = stream_context_create(["http" => ["ignore_errors" => true, "timeout" => 10]]);
			exit(@file_get_contents($argv[1], false, $c) === false ? 1 : 0);' "$1"; then
			return 0
		fi
		sleep 0.2
	done
	tail -n 20 "$2" >&2
	die "The server at $1 did not answer. Its log is in $2"
}

stop_servers() {
	local pid
	for pid in "${SERVERS[@]}"; do
		kill -TERM -- "-$pid" 2>/dev/null || true
		wait "$pid" 2>/dev/null || true
	done
	SERVERS=()
}

clean_up() {
	[ -z "$RUNNING" ] || kill -TERM "$RUNNING" 2>/dev/null || true
	[ -z "$BESIDE" ] || kill -TERM "$BESIDE" 2>/dev/null || true
	stop_servers
	[ "${#SCRATCH[@]}" -eq 0 ] || rm -rf -- "${SCRATCH[@]}"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# Without the parts that only a window needs, a page costs a fifth less.
find_chromium() {
	local name
	for name in "${CHROMIUM:-}" chromium-headless-shell chromium chromium-browser google-chrome; do
		if [ -n "$name" ] && command -v "$name" >/dev/null; then
			command -v "$name"
			return 0
		fi
	done
	return 1
}

# serve_demo DATA PORT LOG: the demo space on a data folder, set up when it is new.
serve_demo() {
	COMPAGNON_DATA="$1" php demo/console setup
	COMPAGNON_DATA="$1" PHP_CLI_SERVER_WORKERS="${PHP_CLI_SERVER_WORKERS:-4}" \
		start_server "$3" php -S "127.0.0.1:$2" demo/public/index.php
	wait_for "http://127.0.0.1:$2/" "$3"
}

# serve_observatory DATA PORT NAME SPACES: the observatory of the demo space on this data folder, in a folder of its own below
# it, with logs of that name; so many generated spaces have answered it, the first time. Sets COMPAGNON_OBSERVATORY.
serve_observatory() {
	local folder="$1/observatory"
	export COMPAGNON_OBSERVATORY="http://127.0.0.1:$2"
	serve_demo "$folder" "$2" "$LOGS/$3-observatory.log"
	COMPAGNON_DATA="$folder" COMPAGNON_URL="$COMPAGNON_OBSERVATORY" \
		php demo/console observatory:pair "$COMPAGNON_OBSERVATORY" "$1" --spaces="$4"
}

# serve_providers LOG CALLBACK...: stand-ins of Google and Dropbox on a free port; consent goes back to one of these
# addresses. Sets COMPAGNON_PROVIDERS.
serve_providers() {
	local log="$1" port callback back=()
	shift
	for callback in "$@"; do
		back+=(--redirect "$callback")
	done
	port="$(free_port)"
	export COMPAGNON_PROVIDERS="http://127.0.0.1:$port"
	start_server "$log" node demo/providers/build/providers.mjs --port "$port" "${back[@]}"
	wait_for "$COMPAGNON_PROVIDERS/control/stats" "$log"
}

# serve_moves DATA PORT NAME: what moving into a demo space needs beside the space itself, with logs of that name: the
# stand-ins, and the worker that moves things.
serve_moves() {
	serve_providers "$LOGS/$3-providers.log" \
		"http://127.0.0.1:$2/apps/compagnon/transfer/callback" "http://localhost:$2/apps/compagnon/transfer/callback"
	COMPAGNON_DATA="$1" php demo/console providers "$COMPAGNON_PROVIDERS"
	COMPAGNON_DATA="$1" start_server "$LOGS/$3-worker.log" scripts/demo-worker
}
