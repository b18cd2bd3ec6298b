/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { expect, it } from 'vitest'
import shown from '../../../tests/Fake/shown-answers.json'
import { reportsOf } from './inWords.ts'

/** The other half, that this is what leaves, is in tests/Unit/Survey/AnswerTest.php. */
it('shows the very text that leaves, and says in words what is made at the click', () => {
	expect(reportsOf(shown.survey, shown.answers, shown.texts)).toEqual(shown.shown)
})
