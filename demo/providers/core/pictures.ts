/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import type { Content } from './content.ts'

import { crc32, deflateSync } from 'node:zlib'
import { bytes, joined, pattern } from './content.ts'
import { Random } from './random.ts'

export type Colour = [red: number, green: number, blue: number]
export type Painter = (x: number, y: number) => Colour

/** Sky, hills and flowers, different for each seed; coordinates from 0 to 1. */
export function garden(seed: string): Painter {
	const random = new Random(seed)
	const horizon = 0.35 + random.next() * 0.2
	const sky = 150 + random.between(0, 80)
	const flowers = Array.from({ length: 14 }, () => ({
		x: random.next(),
		y: horizon + random.next() * (1 - horizon),
		size: 0.015 + random.next() * 0.04,
		colour: random.pick<Colour>([[214, 64, 69], [242, 177, 52], [150, 90, 170], [250, 245, 235], [233, 118, 43]]),
	}))
	return (x, y) => {
		const flower = flowers.find((one) => (one.x - x) ** 2 + (one.y - y) ** 2 < one.size ** 2)
		if (flower !== undefined) {
			return flower.colour
		}
		const hill = horizon + Math.sin(x * 7 + sky) * 0.05
		return y < hill
			? [Math.round(sky * (0.6 + y / 2)), Math.round(sky * (0.8 + y / 3)), 235]
			: [60 + Math.round(70 * y), 130 - Math.round(40 * (y - hill)), 55 + Math.round(20 * Math.sin(x * 40))]
	}
}

function chunk(type: string, data: Buffer): Buffer {
	const named = Buffer.concat([Buffer.from(type), data])
	const around = Buffer.alloc(8)
	around.writeUInt32BE(data.length)
	around.writeUInt32BE(crc32(named), 4)
	return Buffer.concat([around.subarray(0, 4), named, around.subarray(4)])
}

/** A PNG of the painter's picture. */
export function png(paint: Painter, width: number, height: number): Buffer {
	const rows = Buffer.alloc(height * (1 + width * 3))
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) {
			rows.set(paint(x / width, y / height), y * (1 + width * 3) + 1 + x * 3)
		}
	}
	const head = Buffer.alloc(13)
	head.writeUInt32BE(width)
	head.writeUInt32BE(height, 4)
	head.set([8, 2, 0, 0, 0], 8)
	const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
	return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))])
}

/** A valid picture followed by as many bytes as a camera's file of this size has: decoders stop at the picture's end. */
export function photo(seed: string, size: number, make: (paint: Painter) => Buffer): Content {
	const picture = bytes(make(garden(seed)))
	return joined(picture, pattern(seed, Math.max(0, size - picture.size)))
}
