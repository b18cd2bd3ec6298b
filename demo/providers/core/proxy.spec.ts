/**
 * @vitest-environment node
 *
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Socket } from 'node:net'
import type { RunningProxy } from './proxy.ts'

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { connect } from 'node:tls'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startProxy } from './proxy.ts'
import { allProviders } from './world.ts'

let proxy: RunningProxy
const folder = mkdtempSync(join(tmpdir(), 'compagnon-proxy-'))

beforeAll(async () => {
	proxy = await startProxy(allProviders(), 0, folder)
})

afterAll(() => {
	proxy.close()
	rmSync(folder, { recursive: true })
})

function tunnel(host: string): Promise<{ status: number, socket: Socket }> {
	return new Promise((resolve, reject) => {
		request({ host: '127.0.0.1', port: proxy.port, method: 'CONNECT', path: `${host}:443` })
			.on('connect', (response, socket) => resolve({ status: response.statusCode ?? 0, socket }))
			.on('error', reject)
			.end()
	})
}

test('a client that knows nothing of us reaches the real names through the tunnel', async () => {
	const { status, socket } = await tunnel('www.googleapis.com')
	expect(status).toBe(200)
	const secure = connect({ socket, servername: 'www.googleapis.com', ca: readFileSync(proxy.ca) })
	secure.write('GET /drive/v3/files HTTP/1.1\r\nHost: www.googleapis.com\r\nConnection: close\r\n\r\n')
	const [head = '', body = ''] = (await text(secure)).split('\r\n\r\n')
	expect(head).toContain('HTTP/1.1 401')
	expect(JSON.parse(body)).toMatchObject({ error: { code: 401 } })
})

test('it leads nowhere else, and takes nothing but CONNECT', async () => {
	expect((await tunnel('example.org')).status).toBe(403)
	expect((await fetch(`http://127.0.0.1:${proxy.port}/`)).status).toBe(405)
})
