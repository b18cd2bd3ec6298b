/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { AddressInfo, Socket } from 'node:net'
import type { World } from './server.ts'

import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listener } from './server.ts'

export interface Certificates {
	ca: string
	key: string
	chain: string
}

function openssl(folder: string, ...options: string[]): void {
	execFileSync('openssl', options, { cwd: folder, stdio: 'pipe' })
}

/**
 * An own authority and one certificate for all hosts, made anew.
 *
 * @return paths of the files
 */
export function makeCertificates(hosts: string[], folder = mkdtempSync(join(tmpdir(), 'compagnon-providers-'))): Certificates {
	mkdirSync(folder, { recursive: true })
	writeFileSync(join(folder, 'leaf.ext'), `subjectAltName=${hosts.map((host) => `DNS:${host}`).join(',')}\nextendedKeyUsage=serverAuth\n`)
	const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
	openssl(folder, 'req', '-x509', ...key, '-keyout', 'ca.key', '-out', 'ca.pem', '-days', '30', '-subj', '/CN=Compagnon stand-in providers', '-addext', 'basicConstraints=critical,CA:TRUE', '-addext', 'keyUsage=critical,keyCertSign,cRLSign')
	openssl(folder, 'req', '-new', ...key, '-keyout', 'leaf.key', '-out', 'leaf.csr', '-subj', '/CN=stand-in')
	openssl(folder, 'x509', '-req', '-in', 'leaf.csr', '-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '30', '-extfile', 'leaf.ext', '-out', 'leaf.pem')
	return { ca: join(folder, 'ca.pem'), key: join(folder, 'leaf.key'), chain: join(folder, 'leaf.pem') }
}

function listening(server: { listen(port: number, host: string, done: () => void): unknown, address(): AddressInfo | string | null }, port: number): Promise<number> {
	return new Promise((resolve) => {
		server.listen(port, '127.0.0.1', () => {
			const address = server.address()
			resolve(typeof address === 'object' && address !== null ? address.port : port)
		})
	})
}

export interface RunningProxy {
	port: number
	ca: string
	close(): void
}

/** A proxy that lets clients who know nothing of us tunnel to the stand-ins, and nowhere else. */
export async function startProxy(world: World, port: number, folder?: string): Promise<RunningProxy> {
	const { ca, key, chain } = makeCertificates(world.router.hostNames, folder)
	const secure = createTlsServer({ key: readFileSync(key), cert: readFileSync(chain), keepAliveTimeout: 60_000 }, listener(world, true))
	const inner = await listening(secure, 0)
	const tunnels = new Set<Socket>()
	const proxy = createServer((_, response) => {
		response.writeHead(405).end('Only CONNECT.')
	})
	proxy.on('connect', (request, client: Socket, head) => {
		if (!world.router.knows((request.url ?? '').replace(/:443$/, ''))) {
			client.end('HTTP/1.1 403 Forbidden\r\n\r\n')
			return
		}
		const tunnel = connect(inner, '127.0.0.1', () => {
			client.write('HTTP/1.1 200 Connection established\r\n\r\n')
			tunnel.write(head)
			tunnel.pipe(client).pipe(tunnel)
		})
		for (const [one, other] of [[tunnel, client], [client, tunnel]] as const) {
			tunnels.add(one)
			one.on('error', () => other.destroy()).on('close', () => tunnels.delete(one) && other.destroy())
		}
	})
	const close = () => {
		tunnels.forEach((socket) => socket.destroy())
		proxy.close()
		secure.close()
	}
	return { port: await listening(proxy, port), ca, close }
}
