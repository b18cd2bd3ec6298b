/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Account, Item } from '../core/account.ts'
import type { Content } from '../core/content.ts'
import type { Scenario } from '../core/space.ts'

import { pattern } from '../core/content.ts'
import { Random } from '../core/random.ts'
import { typeOf } from './garden.ts'
import { largeContents } from './large.ts'

const START = Date.UTC(2022, 2, 1, 8, 30, 12, 345)

function folders(account: Account, count: number): Item[] {
	return Array.from({ length: count }, (_, index) => (
		account.put({ name: `Dossier ${String(index + 1).padStart(3, '0')}`, kind: 'folder', modified: START + index * 86_400_000 })
	))
}

function fill(account: Account, contents: Content[], into: Item[], endings: string[]): void {
	contents.forEach((content, index) => {
		const name = `fichier-${String(index + 1).padStart(5, '0')}.${endings[index % endings.length] ?? 'bin'}`
		const parent = into[index % into.length]?.id ?? account.root.id
		account.put({ name, parent, content, mime: typeOf(name), modified: START + index * 61_007 })
	})
}

/** 1,100 files and 1.2 GB: many papers, a good share of photos, a few videos. */
function meanSizes(seed: string): number[] {
	const random = new Random(seed)
	const papers = Array.from({ length: 700 }, () => Math.round(8_000 * 40 ** random.next()))
	const photos = Array.from({ length: 380 }, () => random.between(800_000, 3_200_000))
	const videos = Array.from({ length: 20 }, () => random.between(8_000_000, 28_000_000))
	const sizes = [...papers, ...photos, ...videos]
	const scale = 1_200_000_000 / sizes.reduce((sum, size) => sum + size, 0)
	return sizes.map((size) => Math.round(size * scale))
}

function patterns(seed: string, sizes: number[]): Content[] {
	return sizes.map((size, index) => pattern(`${seed}/${index}`, size))
}

/** The accounts for measuring: no nasty names, only amounts. */
export function fillBySize(account: Account, scenario: Exclude<Scenario, 'association'>, seed: string): void {
	switch (scenario) {
		case 'small':
			return fill(account, patterns(seed, Array.from({ length: 2000 }, () => 10_240)), folders(account, 50), ['txt', 'odt', 'jpg'])
		case 'mean':
			return fill(account, patterns(seed, meanSizes(seed)), folders(account, 40), ['docx', 'pdf', 'jpg'])
		case 'large':
			return fill(account, largeContents(), folders(account, 1), ['mp4'])
		case 'many':
			return fill(account, patterns(seed, Array.from({ length: 100_000 }, (_, index) => 1 + index % 64)), folders(account, 400), ['txt'])
	}
}
