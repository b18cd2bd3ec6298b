# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 Compagnon contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# Read by the scripts that need further databases: MariaDB and PostgreSQL in temporary folders, on the loopback only. They
# end with the script that started them.

# as_other USER COMMAND...: root hands the command to that user, anybody else runs it.
as_other() {
	local user="$1"
	shift
	if [ "$EUID" -eq 0 ]; then
		setpriv --reuid="$user" --regid="$(id -g "$user")" --init-groups -- "$@"
	else
		"$@"
	fi
}

# own_for USER FOLDER
own_for() { [ "$EUID" -ne 0 ] || chown -R "$1" "$2"; }

postgres_programs() { dirname "$(find /usr/lib/postgresql -name initdb -path '*/bin/*' 2>/dev/null | sort -V | tail -n 1)"; }

# start_mariadb: sets MARIADB_PORT; user root without a password, from this machine only.
start_mariadb() {
	local base log="$LOGS/mariadb.log"
	scratch base
	MARIADB_PORT="$(free_port)"
	own_for mysql "$base"
	as_other mysql mariadb-install-db --no-defaults --datadir="$base/data" --auth-root-authentication-method=normal \
		--skip-test-db >"$log" 2>&1 || die "MariaDB could not be set up. See $log"
	start_server "$log" "$(type -P mariadbd || echo /usr/sbin/mariadbd)" --no-defaults --user="$([ "$EUID" -eq 0 ] && echo mysql || id -un)" \
		--datadir="$base/data" --socket="$base/socket" --pid-file="$base/pid" --bind-address=127.0.0.1 \
		--port="$MARIADB_PORT" --skip-name-resolve --transaction-isolation=READ-COMMITTED --binlog-format=ROW \
		--character-set-server=utf8mb4 --innodb-flush-log-at-trx-commit=2
	wait_for_port "$MARIADB_PORT" "$log"
	mariadb --no-defaults --host=127.0.0.1 --port="$MARIADB_PORT" --user=root \
		--execute="CREATE USER 'compagnon'@'127.0.0.1' IDENTIFIED BY 'compagnon'; GRANT ALL ON *.* TO 'compagnon'@'127.0.0.1' WITH GRANT OPTION;"
}

# start_postgres: sets POSTGRES_PORT; user compagnon, password compagnon, from this machine only.
start_postgres() {
	local base programs log="$LOGS/postgres.log"
	programs="$(postgres_programs)"
	scratch base
	POSTGRES_PORT="$(free_port)"
	printf 'compagnon' >"$base/password"
	own_for postgres "$base"
	as_other postgres "$programs/initdb" --pgdata="$base/data" --username=compagnon --pwfile="$base/password" \
		--auth=scram-sha-256 --encoding=UTF8 --locale=C.UTF-8 >"$log" 2>&1 || die "PostgreSQL could not be set up. See $log"
	if [ "$EUID" -eq 0 ]; then
		start_server "$log" setpriv --reuid=postgres --regid="$(id -g postgres)" --init-groups -- "$programs/postgres" -D "$base/data" \
			-h 127.0.0.1 -p "$POSTGRES_PORT" -k "$base" -c fsync=off
	else
		start_server "$log" "$programs/postgres" -D "$base/data" -h 127.0.0.1 -p "$POSTGRES_PORT" -k "$base" -c fsync=off
	fi
	wait_for_port "$POSTGRES_PORT" "$log"
}

# wait_for_port PORT LOG: until the server started last takes connections.
wait_for_port() {
	local tries pid="${SERVERS[-1]}"
	for ((tries = 0; tries < 150; tries++)); do
		kill -0 "$pid" 2>/dev/null || break
		port_free "$1" || return 0
		sleep 0.2
	done
	tail -n 20 "$2" >&2
	die "The database did not come up. Its log is in $2"
}
