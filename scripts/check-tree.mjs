/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

// What has to be true of every file of the repository, and of a few of them together:
//   node scripts/check-tree.mjs
// Prints what is not, and exits 1.

import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import process from 'node:process'

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { encoding: 'utf8' })
	.split('\0')
	.filter((file) => file !== '' && existsSync(file))
const complaints = []

/**
 * The globs of REUSE.toml: `*` is anything but a slash, `**` anything at all.
 *
 * @param {string} path with slashes
 * @param {string} pattern of REUSE.toml
 * @return {boolean}
 */
function matchesGlob(path, pattern) {
	const expression = pattern.split(/(\*\*|\*)/).map((part) => {
		if (part === '**') {
			return '.*'
		}
		return part === '*' ? '[^/]*' : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&')
	}).join('')
	return new RegExp(`^${expression}$`).test(path)
}

// --- Licences, as the REUSE specification asks -------------------------------------------------------------------

const reuse = readFileSync('REUSE.toml', 'utf8')
const covered = [...reuse.matchAll(/^path = (\[[^\]]*\]|".*")/gm)]
	.flatMap(([, paths]) => [...paths.matchAll(/"([^"]+)"/g)].map(([, path]) => path))
const licences = new Set([...reuse.matchAll(/SPDX-License-Identifier = "(.+)"/g)].map(([, id]) => id))

for (const file of files.filter((name) => !name.startsWith('LICENSES/'))) {
	const head = readFileSync(file).subarray(0, 2000).toString()
	const [, licence] = head.match(/SPDX-License-Identifier: ([\w.-]+)/) ?? []
	if (licence !== undefined && head.includes('SPDX-FileCopyrightText: ')) {
		licences.add(licence)
	} else if (!covered.some((pattern) => matchesGlob(file, pattern))) {
		complaints.push(`${file}: no SPDX header, and REUSE.toml does not cover it`)
	}
}
for (const pattern of covered.filter((path) => !files.some((file) => matchesGlob(file, path)))) {
	complaints.push(`REUSE.toml: nothing matches ${pattern}`)
}
for (const licence of licences) {
	if (!existsSync(`LICENSES/${licence}.txt`)) {
		complaints.push(`LICENSES/${licence}.txt is missing`)
	}
}

// --- Addresses that only hold on one machine, or that package managers know by themselves --------------------------

// With brackets, so that this line does not match itself.
const foreign = /(?<![.\w])[/](?:work|root|home)[/]\w|registry[.]npmjs|packagist[.]org|deb[.]debian[.]org|"resolved"[:]/
for (const file of files.filter((name) => !/\.(?:png|woff2?|ttf)$/.test(name))) {
	readFileSync(file, 'utf8').split('\n').forEach((line, at) => {
		if (foreign.test(line)) {
			complaints.push(`${file}:${at + 1}: names a place of one machine or a registry: ${line.trim().slice(0, 100)}`)
		}
	})
}

// --- One version ---------------------------------------------------------------------------------------------------

const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
const [, released] = readFileSync('appinfo/info.xml', 'utf8').match(/<version>(.+)<\/version>/) ?? []
if (version !== released) {
	complaints.push(`package.json says version ${version}, appinfo/info.xml ${released}`)
}

if (complaints.length > 0) {
	console.log(complaints.join('\n'))
	process.exit(1)
}
console.log(`${files.length} files`)
