# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 Compagnon contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# Read by the scripts that need a real Nextcloud: finds a release, installs a scratch copy of it with the packaged app
# and serves that copy. A release folder is only ever read.

RELEASE_CACHE="$HOME/.cache/compagnon/nextcloud-32"

# find_release: sets RELEASE; fails when there is none on this machine.
find_release() {
	RELEASE="${NEXTCLOUD_ROOT:-$RELEASE_CACHE}"
	[ -f "$RELEASE/version.php" ] && [ -f "$RELEASE/occ" ] && return 0
	[ -z "${NEXTCLOUD_ROOT:-}" ] || die "NEXTCLOUD_ROOT names no Nextcloud release: $NEXTCLOUD_ROOT"
	return 1
}

# download_release: the official archive into the cache folder, after its published checksum was compared.
download_release() {
	local version=32.0.1 base=https://download.nextcloud.com/server/releases folder archive
	scratch folder
	archive="nextcloud-$version.zip"
	say "Downloading $base/$archive (about 250 MB) …"
	fetch_file "$base/$archive.sha256" "$folder/$archive.sha256"
	fetch_file "$base/$archive" "$folder/$archive"
	# The published file may name several archives: only the line of this one counts, and it has to be there.
	if ! (cd "$folder" && grep -E "^[0-9a-f]{64} [ *]$archive\$" "$archive.sha256" | sha256sum --check --status); then
		die "The archive does not have its published SHA-256 sum and was thrown away. Please try again."
	fi
	mkdir -p "$(dirname "$RELEASE_CACHE")"
	# shellcheck disable=SC2016
	php -r '$z = new ZipArchive(); exit($z->open($argv[1]) === true && $z->extractTo($argv[2]) ? 0 : 1);' \
		"$folder/$archive" "$folder/release" || die "The archive could not be unpacked into $folder."
	mv "$folder/release/nextcloud" "$RELEASE_CACHE"
	find_release || die "The archive holds no Nextcloud release."
}

# fetch_file URL FILE
fetch_file() {
	# shellcheck disable=SC2016
	php -r 'exit(@copy($argv[1], $argv[2]) ? 0 : 1);' "$1" "$2" \
		|| die "$1 could not be downloaded. Without the internet, unpack a Nextcloud 32 release and name its folder in NEXTCLOUD_ROOT, or put it at $RELEASE_CACHE."
}

occ() { php "$NEXTCLOUD/occ" --no-interaction "$@"; }

# shellcheck disable=SC2016
release_version() { php -r 'include $argv[1]; echo $OC_VersionString;' "$RELEASE/version.php"; }

# install_nextcloud FOLDER PORT: a fresh copy with accounts and files, without the app. Sets NEXTCLOUD.
install_nextcloud() {
	NEXTCLOUD="$1"
	rm -rf -- "$NEXTCLOUD"
	mkdir -p "$(dirname "$NEXTCLOUD")"
	step "Copy of Nextcloud $(release_version)" cp -R --reflink=auto "$RELEASE" "$NEXTCLOUD"
	rm -rf -- "$NEXTCLOUD/data" "$NEXTCLOUD/config/config.php" "$NEXTCLOUD/apps/compagnon"
	# occ reads its owner before the installation writes it.
	touch "$NEXTCLOUD/config/config.php"
	cat >"$NEXTCLOUD/config/scratch.config.php" <<-PHP
		<?php
		\$CONFIG = [
			'appstoreenabled' => false,
			'default_language' => 'fr',
			'default_locale' => 'fr_FR',
			'has_internet_connection' => false,
			'loglevel' => 2,
			'overwrite.cli.url' => 'http://127.0.0.1:$2',
			'skeletondirectory' => '',
			'sqlite.journal_mode' => 'WAL',
			'templatedirectory' => '',
			'trusted_domains' => ['127.0.0.1', 'localhost'],
			'updatechecker' => false,
			// Suites log in wrongly on purpose; nobody should then wait for the throttle of failed logins.
			'auth.bruteforce.protection.enabled' => false,
		];
	PHP
	step 'Installation' occ maintenance:install --database=sqlite --admin-user=camille \
		--admin-pass=jardin-camille-2026 --data-dir="$NEXTCLOUD/data"
	step 'Further apps' enable_further_apps
	step 'Accounts' make_accounts
	step 'Files' seed_files
}

# install_again NAME INSTALL-OPTION...: the same copy once more, on another database, with a configuration and a data folder
# of its own, without accounts and files. Sets NEXTCLOUD_CONFIG_DIR, by which everything that follows finds it.
install_again() {
	local name="$1"
	shift
	NEXTCLOUD_CONFIG_DIR="$NEXTCLOUD/config-$name"
	export NEXTCLOUD_CONFIG_DIR
	mkdir -p "$NEXTCLOUD_CONFIG_DIR"
	cp "$NEXTCLOUD/config/scratch.config.php" "$NEXTCLOUD_CONFIG_DIR/"
	touch "$NEXTCLOUD_CONFIG_DIR/config.php"
	step "Installation on $name" occ maintenance:install --admin-user=camille --admin-pass=jardin-camille-2026 \
		--data-dir="$NEXTCLOUD/data-$name" "$@"
	step "App enabled on $name" occ app:enable compagnon
}

# Apps that do not come with the server, and that tours are about: those that somebody has put into the release folder.
enable_further_apps() {
	local app
	for app in calendar contacts deck collectives spreed; do
		if [ -d "$NEXTCLOUD/apps/$app" ]; then
			occ app:enable "$app"
		fi
	done
}

make_accounts() {
	occ background:cron
	occ config:app:set theming name --value='Les Jardins partagés du Moulin'
	occ user:setting camille settings display_name 'Camille Roux'
	OC_PASS=jardin-nadia-2026 occ user:add --password-from-env --display-name='Nadia Benali' nadia
	OC_PASS=jardin-bruno-2026 occ user:add --password-from-env --display-name='Bruno Lefèvre' bruno
	OC_PASS=jardin-lou-2026 occ user:add --password-from-env --display-name='Lou Martin' lou
}

# Whoever has files in the demo space has the same ones here.
seed_files() {
	node scripts/plant-files.mjs "$NEXTCLOUD/data"
	occ files:scan --all
}

# put_app: the packaged app as an administrator would unpack it.
put_app() {
	rm -rf -- "$NEXTCLOUD/apps/compagnon"
	tar -xzf "$BUILD/compagnon.tar.gz" -C "$NEXTCLOUD/apps"
}

enable_app() {
	scripts/package
	put_app
	step 'App enabled' occ app:enable compagnon
}

# serve_nextcloud PORT LOG
serve_nextcloud() {
	PHP_CLI_SERVER_WORKERS="${PHP_CLI_SERVER_WORKERS:-8}" start_server "$2" \
		php -d memory_limit=512M -S "127.0.0.1:$1" -t "$NEXTCLOUD"
	wait_for "http://127.0.0.1:$1/status.php" "$2"
}

# serve_observatory_here NAME SPACES: an observatory beside the served copy, with logs of that name: the same code, with a
# configuration, database and data folder of its own; so many generated spaces have answered it, and the copy knows it. Sets
# COMPAGNON_OBSERVATORY.
serve_observatory_here() {
	local address=https://observatoire.example config="$NEXTCLOUD/config-observatory" key="$NEXTCLOUD/host.key" port period told
	port="$(free_port)"
	export COMPAGNON_OBSERVATORY="http://127.0.0.1:$port"
	period="$(php -r 'echo gmdate("Y"), "-Q", intdiv((int)gmdate("n") + 2, 3);')"
	rm -rf -- "$key" "$config" "$NEXTCLOUD/data-observatory"
	(
		install_again observatory --database=sqlite
		occ config:system:set overwrite.cli.url --value="$COMPAGNON_OBSERVATORY"
		occ compagnon:observatory:enable --address="$address" --name='Observatoire' --contact=observatoire@example.org
		occ compagnon:observatory:survey add "$ROOT/resources/surveys/premiere-enquete.json"
		occ compagnon:observatory:survey add "$ROOT/resources/surveys/figures.json"
		occ compagnon:observatory:host add Host "$(occ compagnon:observatory:host make-key "$key" | tail -n 1)"
	) >"$LOGS/$1-observatory-made.log" 2>&1 </dev/null || die "The observatory could not be made. The whole log is in $LOGS/$1-observatory-made.log"
	NEXTCLOUD_CONFIG_DIR="$config" PHP_CLI_SERVER_WORKERS=4 start_server "$LOGS/$1-observatory.log" \
		php -d memory_limit=512M -S "127.0.0.1:$port" -t "$NEXTCLOUD"
	wait_for "$COMPAGNON_OBSERVATORY/status.php" "$LOGS/$1-observatory.log"
	told="$(NEXTCLOUD_CONFIG_DIR="$config" occ compagnon:observatory:enable | sed -n 's/^ *key *//p')"
	occ config:system:set compagnon.endpoints observatoire.example --value="$COMPAGNON_OBSERVATORY"
	occ config:system:set compagnon.observatory --type=json --value="$(printf '{"address": "%s", "key": "%s", "attestation": %s}' "$address" "$told" \
		"$(occ compagnon:observatory:host attest "$key" "$(occ compagnon:survey:status --key)" --until="$(($(date +%Y) + 1))-12-31" --to="$address")")"
	step "Answers of $2 spaces" php tests/Support/observatory/crowd.php "$address" "$COMPAGNON_OBSERVATORY" "$key" "$period" "$2" premiere-enquete chiffres-des-espaces
}

# serve_moves_here PORT NAME: what moving into the served copy needs beside cron, with logs of that name: stand-ins of the
# providers.
serve_moves_here() {
	local base="http://127.0.0.1:$1"
	serve_providers "$LOGS/$2-providers.log" "$base/index.php/apps/compagnon/transfer/callback" "$base/apps/compagnon/transfer/callback"
	step 'Stand-ins registered' node scripts/register-providers.mjs "$NEXTCLOUD" "$base" "$COMPAGNON_PROVIDERS"
	# What suites before have left to do would hold the database while the first tests make their accounts.
	step 'Jobs that were left' php -d memory_limit=512M "$NEXTCLOUD/cron.php"
}

# serve_cron NAME: cron, again and again. With SQLite, a request that has read while cron wrote is refused, so it only runs
# where something waits for it.
serve_cron() { start_server "$LOGS/$1-worker.log" scripts/nextcloud-worker "$NEXTCLOUD"; }
