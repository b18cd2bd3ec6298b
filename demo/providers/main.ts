/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import process from 'node:process'
import { parseArgs } from 'node:util'
import { KINDS } from './archives/kinds.ts'
import { writeArchives } from './archives/write.ts'
import { startProxy } from './core/proxy.ts'
import { start } from './core/server.ts'
import { SCENARIOS } from './core/space.ts'
import { allProviders } from './core/world.ts'

const USAGE = `Stand-ins for Google and Dropbox, on 127.0.0.1 only.

  node providers.mjs [--port 8485] [--public-base URL] [--seed N] [--scenario ${SCENARIOS.join('|')}]
                     [--redirect URL]... [--tls-proxy PORT] [--tls-folder FOLDER]
  node providers.mjs archive --kind ${Object.keys(KINDS).join('|')}
                     --out PATH [--seed N] [--parts N] [--entries N] [--size BYTES]

--tls-proxy 0 takes a free port. --out is a file, or a folder for kinds of several files (takeout…, nasty).
`

function say(line: string): void {
	process.stdout.write(`${line}\n`)
}

function number(text: string, name: string): number {
	if (!/^\d+$/.test(text)) {
		throw new Error(`--${name} has to be a number.`)
	}
	return Number(text)
}

async function serve(args: string[]): Promise<void> {
	const { values } = parseArgs({
		args,
		options: {
			port: { type: 'string', default: '8485' },
			'public-base': { type: 'string' },
			seed: { type: 'string', default: '1' },
			scenario: { type: 'string', default: 'association' },
			redirect: { type: 'string', multiple: true, default: [] },
			'tls-proxy': { type: 'string' },
			'tls-folder': { type: 'string' },
		},
	})
	const scenario = SCENARIOS.find((name) => name === values.scenario)
	if (scenario === undefined) {
		throw new Error(`--scenario is one of: ${SCENARIOS.join(', ')}.`)
	}
	const world = allProviders({ seed: number(values.seed, 'seed'), scenario, redirects: values.redirect })
	const { base } = await start(world, number(values.port, 'port'))
	if (values['tls-proxy'] !== undefined) {
		const proxy = await startProxy(world, number(values['tls-proxy'], 'tls-proxy'), values['tls-folder'])
		say(`proxy ready: http://127.0.0.1:${proxy.port} with the CA file ${proxy.ca}`)
	}
	say(`providers ready: ${values['public-base'] ?? base}`)
}

async function archive(args: string[]): Promise<void> {
	const text = { type: 'string' } as const
	const { values } = parseArgs({ args, options: { kind: text, out: text, seed: text, parts: text, entries: text, size: text } })
	const make = KINDS[values.kind ?? '']
	if (make === undefined || values.out === undefined) {
		throw new Error('--kind and --out are needed.')
	}
	const optional = (name: 'entries' | 'size') => values[name] === undefined ? undefined : number(values[name], name)
	const archives = make({ seed: number(values.seed ?? '1', 'seed'), parts: number(values.parts ?? '2', 'parts'), entries: optional('entries'), size: optional('size') })
	for (const path of await writeArchives(archives, values.out)) {
		say(path)
	}
}

const args = process.argv.slice(2)
if (args.includes('--help')) {
	say(USAGE)
} else {
	const done = args[0] === 'archive' ? archive(args.slice(1)) : serve(args)
	done.catch((error: unknown) => {
		process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`)
		process.exit(1)
	})
}
