# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 Compagnon contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# Read by the scripts that run tests: each suite leaves a JUnit file and its exit code in a folder, whose sum the
# script summary.mjs makes.

# begin_suites SET NAME...: which suites this run has to account for.
begin_suites() {
	JUNIT="$BUILD/junit/$1"
	shift
	rm -rf "$JUNIT"
	mkdir -p "$JUNIT"
	printf '%s\n' "$@" >"$JUNIT/suites"
	SUITES_DEADLINE="${SUITES_SECONDS:+$((SECONDS + SUITES_SECONDS))}"
}

# suite NAME COMMAND...: {junit} in the command stands for the file that the suite has to write.
suite() {
	local name="$1" code=0 from=$SECONDS limit=0
	shift
	# A deadline that has passed still leaves the suite a second, so that it is counted as cut short.
	[ -z "$SUITES_DEADLINE" ] || limit=$((SUITES_DEADLINE > SECONDS ? SUITES_DEADLINE - SECONDS : 1))
	say "=== $name"
	# In the background, since a shell that waits for a command in front of it cannot be interrupted.
	timeout --kill-after=20 "$limit" "${@//\{junit\}/$JUNIT/$name.xml}" </dev/null &
	RUNNING=$!
	wait "$RUNNING" || code=$?
	RUNNING=''
	printf '%s' "$code" >"$JUNIT/$name.exit"
	say "=== $name: exit code $code, $((SECONDS - from)) s"
}

# beside LOG COMMAND...: begins it beside what follows, with servers and scratch folders of its own; it writes into the log.
beside() {
	local log="$1"
	shift
	(
		SERVERS=() SCRATCH=() BESIDE=''
		trap clean_up EXIT
		trap 'exit 143' TERM
		"$@"
	) >"$log" 2>&1 &
	BESIDE=$!
}

# wait_beside LOG: until that has come to its end; shows what it said.
wait_beside() {
	wait "$BESIDE" || true
	BESIDE=''
	cat "$1"
}

# phpunit SUITE [OPTION...]
phpunit() { suite "$1" vendor/bin/phpunit --testsuite "$1" --log-junit '{junit}' "${@:2}"; }

# playwright SUITE OPTION...
playwright() {
	suite "$1" env COMPAGNON_JUNIT="$JUNIT/$1.xml" npx playwright test --config tests/e2e/playwright.config.ts "${@:2}"
}

# browser HOST [PROJECT]: Playwright's project of that host, and another one; of the specs that take turns, those of today.
browser() {
	COMPAGNON_TURN="$(($(date +%s) / 86400))" \
		playwright browser --project "$1" ${2:+--project "$2"} ${PLAYWRIGHT_REPEAT:+--repeat-each="$PLAYWRIGHT_REPEAT"}
}

# moves_browser: moving in, alone.
moves_browser() { playwright moves --project transfer --no-deps ${PLAYWRIGHT_REPEAT:+--repeat-each="$PLAYWRIGHT_REPEAT"}; }

# survey_browser: surveys, from a yes to a published result. Once: what is published stays published.
survey_browser() { playwright survey --project survey; }
