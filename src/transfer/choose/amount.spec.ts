/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { FolderWeight } from '../../shared/types.ts'

import { describe, expect, it } from 'vitest'
import { aFolder } from '../testing.ts'
import { amountOf, isPending } from './amount.ts'

const MEGABYTE = 1024 ** 2
const of = (items: number | null, size: number | null, weight?: FolderWeight | null) => ({ folder: aFolder('f', { items, size }), weight })

describe('how much lies below a folder', () => {
	it('is what the list says', () => {
		expect(amountOf(of(12, 34 * MEGABYTE))).toBe('12 items, 34 MB')
		expect(amountOf(of(null, 34 * MEGABYTE))).toBe('34 MB')
		expect(isPending(of(null, 34))).toBe(false)
	})

	it('is what was weighed', () => {
		expect(amountOf(of(null, null, { items: 1204, bytes: 34 * MEGABYTE, complete: true }))).toBe('1,204 items, 34 MB')
		expect(amountOf(of(null, null, { items: 1, bytes: 0, complete: true }))).toBe('1 item')
		expect(amountOf(of(null, null, { items: 0, bytes: 0, complete: true }))).toBe('empty')
	})

	it('is no more than was seen', () => {
		expect(amountOf(of(null, null, { items: 12, bytes: 34 * MEGABYTE, complete: false }))).toBe('more than 12 items, 34 MB')
		expect(amountOf(of(null, null, { items: 0, bytes: 0, complete: false }))).toBe('')
	})

	it('is nothing before it is known, and when nobody can say', () => {
		expect(amountOf(of(null, null))).toBe('')
		expect(isPending(of(null, null))).toBe(true)
		expect(amountOf(of(null, null, null))).toBe('')
		expect(isPending(of(null, null, null))).toBe(false)
	})
})
