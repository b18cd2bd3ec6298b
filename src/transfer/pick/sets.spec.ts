/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { expect, it } from 'vitest'
import { anArchive } from '../testing.ts'
import { setsOf } from './sets.ts'

it('puts the parts of one export together', () => {
	const sets = setsOf([
		anArchive({ fileId: 1, size: 10 }),
		anArchive({ fileId: 2, size: 5, set: null, name: 'old.zip', parts: 1, kind: 'zip' }),
		anArchive({ fileId: 3, size: 20 }),
		anArchive({ fileId: 4, size: 5, set: null, name: 'old.zip', parts: 1, kind: 'zip' }),
	])
	expect(sets.map(({ name, size, files }) => [name, size, files.map(({ fileId }) => fileId)]))
		.toEqual([['takeout-20260520', 30, [1, 3]], ['old.zip', 5, [2]], ['old.zip', 5, [4]]])
})
