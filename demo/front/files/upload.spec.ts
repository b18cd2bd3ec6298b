/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Slice } from './api.ts'

import { afterEach, describe, expect, it, vi } from 'vitest'
import { api } from './api.ts'
import { sendFile } from './upload.ts'

const MIB = 1024 * 1024
const node = { id: 5, name: 'photo.png', folder: false, parent: 2, size: 0, changedAt: 0, trashedAt: null, owner: null, editable: true, favorite: false, people: 0, links: 0 }

describe('sendFile', () => {
	afterEach(() => vi.restoreAllMocks())

	it('sends slices in order, under one name, and reports bytes of the whole', async () => {
		const slices: Slice[] = []
		vi.spyOn(api, 'send').mockImplementation(async (slice) => {
			slices.push(slice)
			slice.onBytes(slice.bytes.size + 200)
			return slice.offset + slice.bytes.size === slice.total ? { node } : {}
		})
		const seen: number[] = []
		const file = new File([new Uint8Array(20 * MIB)], 'photo.png')
		await expect(sendFile(file, 2, { signal: new AbortController().signal, onBytes: (bytes) => seen.push(bytes) })).resolves.toEqual(node)
		expect(slices.map(({ offset, bytes }) => [offset / MIB, bytes.size / MIB])).toEqual([[0, 8], [8, 8], [16, 4]])
		expect(new Set(slices.map(({ upload }) => upload)).size).toBe(1)
		expect(Math.max(...seen)).toBe(file.size)
	})

	it('sends an empty file too', async () => {
		const send = vi.spyOn(api, 'send').mockResolvedValue({ node })
		await sendFile(new File([], 'empty.txt'), 0, { signal: new AbortController().signal })
		expect(send).toHaveBeenCalledOnce()
	})

	it('tells the server to forget what it has when it fails', async () => {
		vi.spyOn(api, 'send').mockRejectedValue(new Error('no'))
		const cancel = vi.spyOn(api, 'cancel').mockResolvedValue(undefined)
		await expect(sendFile(new File(['x'], 'x'), 0, { signal: new AbortController().signal })).rejects.toThrow('no')
		expect(cancel).toHaveBeenCalledOnce()
	})
})
