/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

// Run by nextcloud.sh: node register-providers.mjs FOLDER URL PROVIDERS
// Has the served copy ask the stand-ins, and registers it with them as whoever looks after a space does.

import { Buffer } from 'node:buffer'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'

const [folder, url, providers] = process.argv.slice(2)
const CLIENTS = {
	google: ['compagnon-demo.apps.googleusercontent.com', 'demo-google-secret'],
	dropbox: ['compagnondemo', 'demo-dropbox-secret'],
}

const { hosts } = await (await fetch(`${providers}/control/`)).json()
const endpoints = JSON.stringify(Object.fromEntries(hosts.map((host) => [host, `${providers}/${host}`])))
// Into config.php as everybody writes it: a file beside it would win over what is added to the map later.
execFileSync('php', [join(folder, 'occ'), 'config:system:set', 'compagnon.endpoints', '--type=json', `--value=${endpoints}`])
// The server looks at its config files every two seconds only.
await wait(3000)

for (const [source, [id, secret]] of Object.entries(CLIENTS)) {
	const answer = await fetch(`${url}/ocs/v2.php/apps/compagnon/api/v1/admin/transfer/clients/${source}`, {
		method: 'PUT',
		headers: {
			'OCS-APIRequest': 'true',
			Accept: 'application/json',
			'Content-Type': 'application/json',
			Authorization: `Basic ${Buffer.from('camille:jardin-camille-2026').toString('base64')}`,
		},
		body: JSON.stringify({ id, secret }),
	})
	if (!answer.ok) {
		throw new Error(`The client of ${source} was not taken: ${answer.status} ${await answer.text()}`)
	}
}
