/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { IncomingMessage, ServerResponse } from 'node:http'
import type { MakeProvider, Provider, Settings } from './space.ts'
import type { Reply, WireRequest } from './wire.ts'

import { createServer } from 'node:http'
import { control } from './control.ts'
import { Faults } from './faults.ts'
import { Router } from './router.ts'
import { Sender } from './send.ts'
import { Shape } from './shape.ts'
import { Stats } from './stats.ts'
import { Refusal, text } from './wire.ts'

const LARGEST_BODY = 1024 * 1024

export interface World {
	settings: Settings
	providers: Provider[]
	router: Router
	faults: Faults
	shape: Shape
	stats: Stats
	reset(settings: Partial<Settings>): void
}

export function newWorld(settings: Settings, makers: MakeProvider[]): World {
	const world = {
		shape: new Shape(),
		stats: new Stats(),
		reset(changed: Partial<Settings>) {
			const now = { ...world.settings, ...changed }
			const providers = makers.map((make) => make(now))
			const router = new Router(providers.flatMap(({ routes }) => routes))
			Object.assign(world, { settings: now, providers, router, faults: new Faults(now.seed) })
			world.stats.reset()
			world.shape.set({})
		},
	} as World
	world.settings = settings
	world.reset({})
	return world
}

async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
	const parts: Buffer[] = []
	let size = 0
	for await (const part of incoming) {
		size += (part as Buffer).length
		if (size > LARGEST_BODY) {
			throw new Refusal(text('The body is too large.', 413))
		}
		parts.push(part as Buffer)
	}
	return Buffer.concat(parts)
}

/** By the first segment of the path, or by the Host header where the server stands behind a tunnel. */
async function read(incoming: IncomingMessage, byHost: boolean): Promise<WireRequest> {
	const url = new URL(incoming.url ?? '/', 'http://127.0.0.1')
	const [, first = '', rest = '/'] = /^\/([^/]*)(\/.*)?$/.exec(url.pathname) ?? []
	return {
		method: incoming.method ?? 'GET',
		host: byHost ? (incoming.headers.host ?? '').replace(/:\d+$/, '') : first,
		path: byHost ? url.pathname : rest,
		query: url.searchParams,
		headers: incoming.headers,
		body: await bodyOf(incoming),
		fault: {},
	}
}

function planned(request: WireRequest): Reply | undefined {
	const { redirect, status, headers, body } = request.fault
	if (redirect !== undefined) {
		return { status: status ?? 302, headers: { ...headers, Location: redirect } }
	}
	if (status === undefined) {
		return undefined
	}
	const said = typeof body === 'string' ? body : JSON.stringify(body ?? {})
	return { status, headers: { 'Content-Type': typeof body === 'string' ? 'text/plain' : 'application/json', ...headers }, body: said }
}

async function answer(world: World, request: WireRequest): Promise<Reply> {
	const found = world.router.find(request)
	world.stats.route(`${request.method} ${found?.label ?? `${request.host} (no such route)`}`)
	const fault = planned(request)
	if (fault !== undefined) {
		return fault
	}
	try {
		const provider = world.providers.find(({ routes }) => routes.some(({ host }) => host === request.host))
		const reply = await (found?.handle(request, found.parameters) ?? provider?.unknown(request))
		return reply === undefined ? text('No such provider here.', 404) : { ...reply, headers: { ...reply.headers, ...request.fault.headers } }
	} catch (error) {
		if (error instanceof Refusal) {
			return error.reply
		}
		throw error
	}
}

async function serve(world: World, request: WireRequest, response: ServerResponse): Promise<void> {
	if (request.host === 'control') {
		await new Sender(new Shape(), () => {}).send(request, await control(world, request), response)
		return
	}
	const { stats, shape } = world
	const line = stats.begin(request.method, request.host, request.path, request.headers)
	let status = 0
	try {
		request.fault = world.faults.meet(request)
		await shape.latency(request.fault.delayMs ?? 0)
		const reply = await answer(world, request)
		status = reply.status ?? 200
		status = await new Sender(shape, (size) => stats.sent(size)).send(request, reply, response)
	} finally {
		stats.end(line, status)
	}
}

function failed(response: ServerResponse): void {
	if (response.headersSent) {
		response.destroy()
	} else {
		response.writeHead(500).end('The stand-in itself has failed; its log says why.')
	}
}

/** What node's HTTP or TLS server calls for each request. */
export function listener(world: World, byHost = false): (incoming: IncomingMessage, response: ServerResponse) => void {
	return (incoming, response) => {
		read(incoming, byHost).then((request) => serve(world, request, response)).catch((error: unknown) => {
			if (error instanceof Refusal && !response.headersSent) {
				response.writeHead(error.reply.status ?? 400).end(error.reply.body)
			} else if (!response.destroyed) {
				process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
				failed(response)
			}
		})
	}
}

export interface Running {
	port: number
	base: string
	world: World
	close(): Promise<void>
}

/** On 127.0.0.1 only; port 0 takes a free one. */
export async function start(world: World, port: number): Promise<Running> {
	const server = createServer({ keepAliveTimeout: 60_000 }, listener(world))
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject).listen(port, '127.0.0.1', resolve)
	})
	const address = server.address()
	const taken = typeof address === 'object' && address !== null ? address.port : port
	const close = () => new Promise<void>((resolve) => {
		server.close(() => resolve())
		server.closeAllConnections()
	})
	return { port: taken, base: `http://127.0.0.1:${taken}`, world, close }
}
