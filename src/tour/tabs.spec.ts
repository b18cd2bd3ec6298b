/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { afterEach, describe, expect, it, vi } from 'vitest'
import { Tabs } from './tabs.ts'
import { at, fakeChannels } from './testing.ts'

afterEach(() => {
	vi.unstubAllGlobals()
})

describe('Tabs', () => {
	it('tells the other windows, not itself', () => {
		fakeChannels()
		const [here, there] = [vi.fn(), vi.fn()]
		const tabs = new Tabs(here)
		new Tabs(there)
		tabs.tell(at('list', 4))
		expect(there.mock.calls).toEqual([[at('list', 4)]])
		expect(here).not.toHaveBeenCalled()
	})

	it('hears nothing after it was closed, and keeps no channel', () => {
		const { open } = fakeChannels()
		const here = vi.fn()
		const tabs = new Tabs(here)
		const other = new Tabs(vi.fn())
		tabs.close()
		other.tell(at('list', 4))
		expect(here).not.toHaveBeenCalled()
		expect(open.size).toBe(1)
	})

	it('tells of other things apart', () => {
		fakeChannels()
		const [tours, games] = [vi.fn(), vi.fn()]
		new Tabs(tours)
		new Tabs(games, 'games')
		new Tabs<string>(vi.fn(), 'games').tell('on')
		expect(games.mock.calls).toEqual([['on']])
		expect(tours).not.toHaveBeenCalled()
	})

	it('does without where the browser has no channels', () => {
		vi.stubGlobal('BroadcastChannel', undefined)
		const tabs = new Tabs(vi.fn())
		expect(() => {
			tabs.tell(at('list', 4))
			tabs.close()
		}).not.toThrow()
	})
})
