/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Colour, Painter } from './pictures.ts'

const MARK = 0xff
/** One code for each size of difference, all twelve of them four bits long: short is not what matters here. */
const DC_LENGTHS = [0, 0, 0, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
/** "End of block" alone, in one bit. */
const AC_LENGTHS = [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
const STEP = 8

function segment(marker: number, data: number[]): number[] {
	return [MARK, marker, (data.length + 2) >> 8, (data.length + 2) & 0xff, ...data]
}

class Bits {
	readonly bytes: number[] = []
	private value = 0
	private count = 0

	add(value: number, length: number): void {
		for (let bit = length - 1; bit >= 0; bit--) {
			this.value = this.value << 1 | (value >> bit & 1)
			if (++this.count === 8) {
				this.bytes.push(this.value, ...this.value === MARK ? [0] : [])
				this.value = 0
				this.count = 0
			}
		}
	}

	end(): void {
		while (this.count !== 0) {
			this.add(1, 1)
		}
	}
}

/** One square of one colour: its difference to the square before, then nothing more. */
function block(bits: Bits, difference: number): void {
	const size = difference === 0 ? 0 : Math.floor(Math.log2(Math.abs(difference))) + 1
	bits.add(size, 4)
	bits.add(difference < 0 ? difference + (1 << size) - 1 : difference, size)
	bits.add(0, 1)
}

function components(colour: Colour): number[] {
	const [red, green, blue] = colour
	return [
		0.299 * red + 0.587 * green + 0.114 * blue - 128,
		-0.1687 * red - 0.3313 * green + 0.5 * blue,
		0.5 * red - 0.4187 * green - 0.0813 * blue,
	]
}

/** A JPEG made of squares of eight pixels, each of one colour. */
export function jpeg(paint: Painter, columns = 96, rows = 64): Buffer {
	const bits = new Bits()
	const before = [0, 0, 0]
	for (let y = 0; y < rows; y++) {
		for (let x = 0; x < columns; x++) {
			components(paint(x / columns, y / rows)).forEach((value, index) => {
				const now = Math.round(value * 8 / STEP)
				block(bits, now - (before[index] ?? 0))
				before[index] = now
			})
		}
	}
	bits.end()
	const size = [rows * 8 >> 8, rows * 8 & 0xff, columns * 8 >> 8, columns * 8 & 0xff]
	return Buffer.from([
		MARK,
		0xd8,
		...segment(0xe0, [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
		...segment(0xdb, [0, ...Array.from({ length: 64 }, () => STEP)]),
		...segment(0xc0, [8, ...size, 3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0]),
		...segment(0xc4, [0x00, ...DC_LENGTHS, ...Array.from({ length: 12 }, (_, index) => index)]),
		...segment(0xc4, [0x10, ...AC_LENGTHS, 0]),
		...segment(0xda, [3, 1, 0, 2, 0, 3, 0, 0, 63, 0]),
		...bits.bytes,
		MARK,
		0xd9,
	])
}
