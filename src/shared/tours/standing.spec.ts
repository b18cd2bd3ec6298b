/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { describe, expect, it } from 'vitest'
import { progress, tour } from '../testing/server.ts'
import { standingOf } from './standing.ts'

describe('standingOf', () => {
	it.each([
		['never heard of', null, { kind: 'new', words: 'Not started yet', percent: null, action: 'Start', again: false }],
		['offered', progress('offered'), { kind: 'new', words: 'Not started yet', percent: null, action: 'Start', again: false }],
		['running', progress('running', 'welcome'), { kind: 'open', words: 'Under way, step 1 of 4', percent: 0, action: 'Continue', again: false }],
		['paused', progress('paused', 'folder'), { kind: 'open', words: 'Under way, step 3 of 4', percent: 50, action: 'Continue', again: false }],
		['at a step that is gone', progress('paused', 'gone'), { kind: 'open', words: 'Under way', percent: 0, action: 'Continue', again: false }],
		['finished', progress('finished', 'share'), { kind: 'done', words: 'Done', percent: 100, action: 'Do it again', again: true }],
		['refused', progress('refused'), { kind: 'refused', words: 'Not for me', percent: null, action: 'Start', again: false }],
	] as const)('%s', (_, state, expected) => {
		expect(standingOf(tour({ progress: state }))).toEqual(expected)
	})
})
