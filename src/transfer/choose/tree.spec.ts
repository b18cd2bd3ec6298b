/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { describe, expect, it } from 'vitest'
import { aFolder } from '../testing.ts'
import { ALL, branchOf, chosenOf, decide, decisionsOf, isMixed, isNothing, sizeOfChoice } from './tree.ts'

const leaf = (id: string, size: number | null = 10) => branchOf(aFolder(id, { size }))
const minutes = { ...leaf('minutes', 60), children: [leaf('2025', 20), leaf('2026', 40)] }
const top = [{ ...leaf('mine', 100), children: [minutes, leaf('photos', 30)] }, leaf('shared', 50)]
const none = decisionsOf({ folders: [], without: [] })

describe('the choice of folders', () => {
	it('is everything at first', () => {
		expect(chosenOf(none, top)).toEqual({ folders: [], without: [] })
		expect(sizeOfChoice(top, none)).toBe(150)
		expect(isNothing(none)).toBe(false)
	})

	it('leaves out what is taken out, with all below it', () => {
		const two = decide(decide(none, '2025', undefined, false, true), 'minutes', minutes.children, false, true)
		expect(chosenOf(two, top)).toEqual({ folders: [], without: ['minutes'] })
		expect(sizeOfChoice(top, two)).toBe(90)
		expect(isMixed(top, two, true)).toBe(true)
	})

	it('names nothing where the folder above says the same', () => {
		const back = decide(decide(none, 'photos', undefined, false, true), 'photos', undefined, true, true)
		expect(chosenOf(back, top)).toEqual({ folders: [], without: [] })
	})

	it('can begin with nothing', () => {
		const nothing = decide(none, ALL, undefined, false, true)
		expect(isNothing(nothing)).toBe(true)
		expect(sizeOfChoice(top, nothing)).toBe(0)
		const one = decide(nothing, 'minutes', minutes.children, true, false)
		expect(chosenOf(one, top)).toEqual({ folders: ['minutes'], without: [] })
		expect(sizeOfChoice(top, one)).toBe(60)
		expect(isNothing(one)).toBe(false)
	})

	it('names everything else when something comes back below what is left out', () => {
		const back = decide(decide(none, 'minutes', minutes.children, false, true), '2026', undefined, true, false)
		expect(chosenOf(back, top)).toEqual({ folders: ['mine', 'shared', '2026'], without: ['minutes'] })
		expect(sizeOfChoice(top, back)).toBe(130)
	})

	it('comes back as it was stored', () => {
		expect(chosenOf(decisionsOf({ folders: ['minutes'], without: ['2025'] }), top)).toEqual({ folders: ['minutes'], without: ['2025'] })
		expect(chosenOf(decisionsOf({ folders: [], without: ['photos'] }), top)).toEqual({ folders: [], without: ['photos'] })
	})

	it('has no size where one that matters is not known', () => {
		const unknown = [...top, leaf('later', null)]
		expect(sizeOfChoice(unknown, none)).toBeNull()
		expect(sizeOfChoice(unknown, decide(none, 'later', undefined, false, true))).toBe(150)
	})
})
