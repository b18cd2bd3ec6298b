/**
 * @vitest-environment node
 *
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { describe, expect, test } from 'vitest'
import { Malformed } from './check.ts'
import { Faults } from './faults.ts'

function request(path: string, query = '', host = 'www.googleapis.com') {
	return { method: 'GET', host, path, query: new URLSearchParams(query), body: Buffer.from('') }
}

function struck(faults: Faults, times: number, path = '/drive/v3/files/a'): number[] {
	return Array.from({ length: times }, (_, index) => index + 1).filter(() => Object.keys(faults.meet(request(path, 'alt=media'))).length > 0)
}

function armed(match: object, more: object = {}, seed = 1): Faults {
	const faults = new Faults(seed)
	faults.add([{ match, do: { status: 429 }, ...more }])
	return faults
}

describe('which request meets a fault', () => {
	test('by number, by turn, so many times', () => {
		expect(struck(armed({ nth: [3, 7] }), 9)).toEqual([3, 7])
		expect(struck(armed({ every: 4 }), 9)).toEqual([4, 8])
		expect(struck(armed({}, { times: 2 }), 9)).toEqual([1, 2])
		expect(struck(armed({ every: 2 }, { times: 1 }), 9)).toEqual([2])
	})

	test('by host, path and query; the others are not counted', () => {
		const faults = armed({ host: 'www.googleapis.com', path: '/drive/v3/files/*', query: 'alt=media', nth: [2] })
		expect(faults.meet(request('/drive/v3/files/a', 'alt=media'))).toEqual({})
		expect(faults.meet(request('/drive/v3/files/a', 'alt=media', 'docs.google.com'))).toEqual({})
		expect(faults.meet(request('/drive/v3/files', 'alt=media'))).toEqual({})
		expect(faults.meet(request('/drive/v3/files/a', 'fields=id'))).toEqual({})
		expect(faults.meet(request('/drive/v3/files/a/export', 'x=1&alt=media'))).toEqual({ status: 429 })
	})

	test('at a rate, the same ones for the same seed', () => {
		const first = struck(armed({ rate: 0.02 }), 5000)
		expect(first.length).toBeGreaterThan(60)
		expect(first.length).toBeLessThan(140)
		expect(struck(armed({ rate: 0.02 }), 5000)).toEqual(first)
		expect(struck(armed({ rate: 0.02 }, {}, 2), 5000)).not.toEqual(first)
	})

	test('several together, until they are taken away', () => {
		const faults = armed({})
		faults.add([{ do: { delayMs: 5 } }])
		expect(faults.meet(request('/'))).toEqual({ status: 429, delayMs: 5 })
		faults.clear()
		expect(faults.meet(request('/'))).toEqual({})
	})
})

test.each([
	[{}, 'faults has to be a list'],
	[[{ do: { statuss: 429 } }], 'faults[0].do.statuss is not known'],
	[[{ do: {}, match: { pth: '/' } }], 'faults[0].match.pth is not known'],
	[[{ do: { status: '429' } }], 'faults[0].do.status has to be a whole number'],
	[[{ do: { chunked: false } }], 'faults[0].do.chunked can only be true'],
	[[{ do: {}, match: { rate: 2 } }], 'faults[0].match.rate has to be a number from 0 to 1'],
	[[{ do: {} }, { match: {} }], 'faults[1].do is missing'],
])('%j is refused', (value, message) => {
	expect(() => new Faults(1).add(value)).toThrow(Malformed)
	expect(() => new Faults(1).add(value)).toThrow(message)
})
