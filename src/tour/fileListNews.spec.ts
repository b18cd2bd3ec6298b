/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { describe, expect, it } from 'vitest'
import { FileListNews } from './fileListNews.ts'
import { fileList } from './testing.ts'

const listOf = (folder: number, ...ids: number[]) => ({ view: { id: 'files' }, folder: { fileid: folder, _children: ids }, contents: ids.map((fileid) => ({ fileid })) })

/** What is new in each list, one told after the other. */
function heard(...lists: unknown[]): boolean[] {
	const news = new FileListNews()
	return lists.map((list) => news.isNewIn(list))
}

describe.each([['a Nextcloud', listOf], ['the demo', fileList]])('FileListNews on %s', (_, list) => {
	it('hears of a file that came into the folder that is shown', () => {
		expect(heard(list(1, 10, 11), list(1, 10, 11, 12), list(1, 10, 11, 12))).toEqual([false, true, false])
	})

	it('knows what was told of before', () => {
		expect(new FileListNews(list(1, 10, 11)).isNewIn(list(1, 10, 11, 12))).toBe(true)
	})

	it('hears of the first one in an empty folder', () => {
		expect(heard(list(1), list(1, 10))).toEqual([false, true])
	})

	it('takes no folder that is opened for that', () => {
		expect(heard(list(1, 10, 11), list(2, 20, 21), list(1, 10, 11))).toEqual([false, false, false])
	})

	it('takes nothing that goes away for that', () => {
		expect(heard(list(1, 10, 11), list(1, 10))).toEqual([false, false])
	})
})

describe('FileListNews', () => {
	it('takes no folder that is read only now for one that was empty', () => {
		expect(heard({ ...listOf(1), folder: { fileid: 1 } }, listOf(1, 10))).toEqual([false, false])
	})

	it('tells the views of one folder apart', () => {
		const lists = ['files', 'favorites'].map((id, number) => ({ ...listOf(1, 10, 11 + number), view: { id } }))
		expect(heard(...lists)).toEqual([false, false])
	})

	it.each([[undefined], [null], [{}], [{ view: null, folder: null, contents: [] }]])('lives with %j', (list) => {
		expect(heard(list, list)).toEqual([false, false])
	})
})
