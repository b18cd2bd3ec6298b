/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { World } from './server.ts'
import type { Reply, WireRequest } from './wire.ts'

import { change } from './change.ts'
import { bool, list, Malformed, object, oneOf, string, whole } from './check.ts'
import { SCENARIOS } from './space.ts'
import { truth } from './truth.ts'
import { json } from './wire.ts'

const resetFields = object({ seed: whole(0), scenario: oneOf(...SCENARIOS) })
const tokenFields = object({ provider: string, scopes: list(string), offline: bool })

function parsed(request: WireRequest): unknown {
	try {
		return request.body.length === 0 ? {} : JSON.parse(request.body.toString())
	} catch {
		throw new Malformed('The body is not JSON')
	}
}

function provider(world: World, name: string | null | undefined) {
	const found = world.providers.find((one) => one.name === name)
	if (found === undefined) {
		throw new Malformed(`provider has to be one of: ${world.providers.map((one) => one.name).join(', ')}`)
	}
	return found
}

function reset(world: World, body: unknown): object {
	world.reset(resetFields(body, 'reset'))
	return world.settings
}

function token(world: World, body: unknown): object {
	const { provider: name, scopes, offline = true } = tokenFields(body, 'token')
	const { authority, scopes: all } = provider(world, name)
	return authority.issue({ client: authority.rules.client.id, scopes: scopes ?? all, offline })
}

type Command = (world: World, request: WireRequest) => unknown

const COMMANDS: Record<string, Command> = {
	'GET /': ({ settings, router }) => ({ ...settings, hosts: router.hostNames }),
	'GET /faults': ({ faults }) => faults.list(),
	'POST /faults': ({ faults }, request) => faults.add(parsed(request)),
	'DELETE /faults': ({ faults }) => {
		faults.clear()
		return []
	},
	'GET /shape': ({ shape }) => shape.current,
	'POST /shape': ({ shape }, request) => {
		shape.set(parsed(request))
		return shape.current
	},
	'GET /stats': ({ stats }) => stats,
	'DELETE /stats': ({ stats }) => {
		stats.reset()
		return stats
	},
	'POST /reset': (world, request) => reset(world, parsed(request)),
	'POST /token': (world, request) => token(world, parsed(request)),
	'POST /change': (world, request) => change((name) => provider(world, name), parsed(request)),
	'GET /truth': (world, { query }) => truth(provider(world, query.get('provider')), query.get('hashes') !== '0'),
}

/** The other side of the stand-ins: for tests, never for the app. */
export async function control(world: World, request: WireRequest): Promise<Reply> {
	const command = COMMANDS[`${request.method} ${request.path}`]
	if (command === undefined) {
		return json({ error: 'No such command', commands: Object.keys(COMMANDS) }, 404)
	}
	try {
		return json(await command(world, request) ?? null)
	} catch (error) {
		if (error instanceof Malformed) {
			return json({ error: error.message }, 400)
		}
		throw error
	}
}
