/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Run } from '../../shared/types.ts'

import { t } from '../../shared/l10n.ts'
import { momentOf, timeOf } from '../figures.ts'

/** Why nothing moves at the moment and what helps; empty while it goes on. */
export function waitingOf({ waiting, mine, mayDrive }: Run): string {
	switch (waiting?.for) {
		case undefined:
			return ''
		case 'cron':
			return cron(waiting.since, mayDrive)
		case 'reconnect':
			return mine
				? t('The provider does not let us in any more. What has come is safe: connect the account again, and it goes on where it was.')
				: t('The provider does not let us in any more. What has come is safe: it goes on once the account is connected again.')
		case 'room':
			return t('There is no room left. What has come is safe: empty the trash or make room, then go on.')
		case 'provider':
			return waiting.until === null
				? t('The provider asks to go more slowly. It goes on by itself.')
				: t('The provider asks to go more slowly. It goes on by itself at {time}.', { time: timeOf(waiting.until) })
	}
}

/** What a page says of where a run stands. */
export interface Note {
	type: 'warning' | 'info'
	sentences: string[]
	/** Whether this is where the account is connected again. */
	reconnects: boolean
}

/**
 * What there is to say, each thing once: what concerns all of it, and why nothing moves.
 *
 * @param run the move
 * @param connected id of the connection with which the person has just come back to it
 */
export function notesOf(run: Run, connected?: string): Note[] {
	const { problem, mine, state } = run
	const waiting = waitingOf(run)
	const reconnects = mine && state === 'waiting_reconnect'
	// Both have a reason that says the same, to the person whose move it is.
	const isReason = problem !== null && ['waiting_reconnect', 'waiting_room'].includes(state)
	const account = reconnects ? accountOf(run, connected) : []
	if (isReason && mine) {
		return [{ type: 'warning', sentences: [...(isAnother(run, connected) ? [] : [problem]), ...account, t('What has come is safe.')], reconnects }]
	}
	return [
		...(problem === null || isReason ? [] : [{ type: 'warning' as const, sentences: [problem], reconnects: false }]),
		...(waiting === '' ? [] : [{ type: 'info' as const, sentences: [...account, waiting], reconnects }]),
	]
}

/** Whether another account was connected than the one that the run reads from. */
function isAnother({ connection, state }: Run, connected?: string): boolean {
	return state === 'waiting_reconnect' && connected !== undefined && connected !== connection
}

/** Which account it waits for, and that it was not the one that was connected. */
function accountOf(run: Run, connected?: string): string[] {
	return [
		...(isAnother(run, connected) ? [t('The account that you have just connected is another one. It stays connected, and this move does not use it.')] : []),
		...(run.label === '' ? [] : [t('This move waits for the account “{name}”.', { name: run.label })]),
	]
}

function cron(since: number | null, mayDrive: boolean): string {
	if (mayDrive) {
		return t('This space works when somebody opens it: keep this page open, it makes the move go on.')
	}
	return since === null
		? t('This space works when somebody opens it. It goes on as soon as somebody does.')
		: t('This space works when somebody opens it. It waits since {moment} and goes on as soon as somebody does.', { moment: momentOf(since) })
}
