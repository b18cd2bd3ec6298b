/**
 * @vitest-environment node
 *
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { expect, test } from 'vitest'
import { slice } from './ranges.ts'

test.each([
	['bytes=0-0', 10, { start: 0, end: 1, partial: true }],
	['bytes=3-', 10, { start: 3, end: 10, partial: true }],
	['bytes=3-99', 10, { start: 3, end: 10, partial: true }],
	['bytes=-4', 10, { start: 6, end: 10, partial: true }],
	['bytes=-40', 10, { start: 0, end: 10, partial: true }],
	['bytes=10-', 10, null],
	['bytes=0-', 0, null],
	['bytes=-0', 10, null],
	[undefined, 10, { start: 0, end: 10, partial: false }],
	['bytes=-', 10, { start: 0, end: 10, partial: false }],
	['bytes=5-3', 10, { start: 0, end: 10, partial: false }],
	['bytes=0-1,4-5', 10, { start: 0, end: 10, partial: false }],
	['lines=0-1', 10, { start: 0, end: 10, partial: false }],
])('%s of %d bytes', (header, size, expected) => {
	expect(slice(header, size)).toEqual(expected)
})
