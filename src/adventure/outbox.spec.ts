/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Settled } from './outbox.ts'

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DOWN, fakeServer } from '../shared/testing/server.ts'
import { Outbox } from './outbox.ts'
import { added, aGame, AT_SHELF, BEGUN } from './testing.ts'

const server = fakeServer()
const MOVES = '/stories/visit/moves'
const [, CHOSEN] = AT_SHELF as [typeof BEGUN, typeof BEGUN]

let settled: ReturnType<typeof vi.fn<(outcome: Settled) => void>>
let outbox: Outbox

function open(): Outbox {
	return new Outbox('visit', settled)
}

beforeEach(() => {
	window._oc_webroot = ''
	localStorage.clear()
	document.head.dataset.user = 'nadia'
	settled = vi.fn()
	outbox = open()
})
afterEach(() => outbox.stop())

const sent = () => server.calls.map(({ body }) => body)

describe('moves that could not be stored', () => {
	it('are sent in their order, each with the number of its turn', async () => {
		outbox.keep(0, BEGUN)
		outbox.keep(0, CHOSEN)
		server.answer('post', MOVES, added(0, BEGUN))
		settled.mockImplementationOnce(() => server.answer('post', MOVES, added(1, CHOSEN)))
		await outbox.deliver()
		expect(sent()).toEqual([{ number: 0, ...BEGUN }, { number: 1, ...CHOSEN }])
		expect(settled.mock.calls.map(([outcome]) => 'added' in outcome && outcome.added.number)).toEqual([1, 2])
		expect(outbox.moves).toEqual([])
		expect(localStorage).toHaveLength(0)
	})

	it('wait on this device for the next page, and for nobody else', () => {
		outbox.keep(0, BEGUN)
		expect(open().moves).toEqual([BEGUN])
		expect(new Outbox('other').moves).toEqual([])
		document.head.dataset.user = 'sam'
		expect(open().moves).toEqual([])
	})

	it('stay while the server does not answer, and go as soon as the browser is online again', async () => {
		outbox.keep(0, BEGUN)
		server.refuse('post', MOVES, 503, DOWN)
		await outbox.deliver()
		expect(outbox.moves).toEqual([BEGUN])
		expect(settled).not.toHaveBeenCalled()
		server.answer('post', MOVES, added(0, BEGUN))
		window.dispatchEvent(new Event('online'))
		await vi.waitFor(() => expect(outbox.moves).toEqual([]))
	})

	it('are given up where another window was faster, and the game of the server is told', async () => {
		outbox.keep(0, BEGUN)
		const game = aGame([{ kind: 'begin', role: 'yasmine' }])
		server.refuse('post', MOVES, 409, { error: 'conflict', message: 'Elsewhere.', game })
		await outbox.deliver()
		expect(settled).toHaveBeenCalledWith({ whole: game })
		expect(outbox.moves).toEqual([])
	})

	it('are not given up where only the answer was lost: what the server has is not sent again', async () => {
		outbox.keep(0, BEGUN)
		outbox.keep(0, CHOSEN)
		server.refuse('post', MOVES, 409, { error: 'conflict', message: 'Elsewhere.', game: aGame([BEGUN]) })
		settled.mockImplementationOnce(() => server.answer('post', MOVES, added(1, CHOSEN)))
		await outbox.deliver()
		expect(sent()).toEqual([{ number: 0, ...BEGUN }, { number: 1, ...CHOSEN }])
		expect(outbox.moves).toEqual([])
	})

	it('are given up with a sentence when they are refused', async () => {
		outbox.keep(0, BEGUN)
		server.refuse('post', MOVES, 404, { error: 'not_found', message: 'Gone.' })
		await outbox.deliver()
		expect(settled.mock.calls[0]![0]).toMatchObject({ refused: { message: 'Gone.' } })
		expect(outbox.moves).toEqual([])
	})

	it.each(['nonsense', '{}', '{"number":1,"moves":[null]}', '[]'])('are none where somebody else wrote %s', (written) => {
		localStorage.setItem('compagnon.moves.nadia.visit', written)
		expect(open().moves).toEqual([])
	})
})
