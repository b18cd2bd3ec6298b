/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { describe, expect, it } from 'vitest'
import { aRun } from '../testing.ts'
import { waitingOf } from './waiting.ts'

const at = (kind: 'cron' | 'reconnect' | 'room' | 'provider', changes = {}) => waitingOf(aRun({ waiting: { for: kind, since: null, until: null }, ...changes }))

describe('what is said while nothing moves', () => {
	it('is nothing while it goes on', () => {
		expect(waitingOf(aRun())).toBe('')
	})

	it('says what the person can do', () => {
		expect(at('cron')).toContain('keep this page open')
		expect(at('cron', { mayDrive: false })).toContain('as soon as somebody does')
		expect(at('reconnect')).toContain('connect the account again')
		expect(at('reconnect', { mine: false })).not.toContain('connect the account again')
		expect(at('room')).toContain('empty the trash')
		expect(at('provider')).toBe('The provider asks to go more slowly. It goes on by itself.')
	})

	it('says until when, where that is known', () => {
		expect(waitingOf(aRun({ waiting: { for: 'provider', since: null, until: 1_780_000_000 } }))).toMatch(/by itself at .*\d/)
	})
})
