/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { describe, expect, it } from 'vitest'
import { aRun } from '../testing.ts'
import { notesOf, waitingOf } from './waiting.ts'

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

	it('is said once, and with what helps', () => {
		const waits = aRun({ state: 'waiting_reconnect', waiting: { for: 'reconnect', since: null, until: null }, problem: 'No account is connected.' })
		expect(notesOf(waits)).toEqual([{ type: 'warning', sentences: ['No account is connected.', 'This move waits for the account “asso@jardins.example”.', 'What has come is safe.'], reconnects: true }])
		expect(notesOf({ ...waits, problem: null })).toMatchObject([{ type: 'info', reconnects: true }])
	})

	it('says which account it waits for when another one was connected', () => {
		const waits = aRun({ state: 'waiting_reconnect', connection: null, waiting: { for: 'reconnect', since: null, until: null }, problem: 'Connect one.' })
		expect(notesOf(waits, 'conn2')[0]!.sentences).toEqual([
			'The account that you have just connected is another one. It stays connected, and this move does not use it.',
			'This move waits for the account “asso@jardins.example”.',
			'What has come is safe.',
		])
		expect(notesOf({ ...waits, problem: null, connection: 'conn1' }, 'conn2')[0]!.sentences[0]).toContain('another one')
		expect(notesOf({ ...waits, connection: 'conn2' }, 'conn2')[0]!.sentences).not.toContain(expect.stringContaining('another one'))
		expect(notesOf(aRun(), 'conn2')).toEqual([])
	})

	it('does not ask of somebody else what only the owner can do', () => {
		const waits = aRun({ mine: false, state: 'waiting_reconnect', waiting: { for: 'reconnect', since: null, until: null }, problem: 'Connect one.' })
		expect(notesOf(waits)).toMatchObject([{ type: 'info', reconnects: false }])
		expect(notesOf(waits)[0]!.sentences).not.toContain('Connect one.')
	})

	it('comes beside what concerns all of it', () => {
		const slow = aRun({ waiting: { for: 'provider', since: null, until: null }, problem: 'Something else.' })
		expect(notesOf(slow).map(({ type }) => type)).toEqual(['warning', 'info'])
		expect(notesOf(aRun())).toEqual([])
	})

	it('says until when, where that is known', () => {
		expect(waitingOf(aRun({ waiting: { for: 'provider', since: null, until: 1_780_000_000 } }))).toMatch(/by itself at .*\d/)
	})
})
