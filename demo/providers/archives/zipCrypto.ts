/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
	let value = index
	for (let bit = 0; bit < 8; bit++) {
		value = value & 1 ? value >>> 1 ^ 0xedb88320 : value >>> 1
	}
	return value
})

function step(crc: number, byte: number): number {
	return (crc >>> 8 ^ (TABLE[(crc ^ byte) & 0xff] ?? 0)) >>> 0
}

/** The old encryption of zip archives: for archives that we have to recognise and refuse. */
export class ZipCrypto {
	private a = 0x12345678
	private b = 0x23456789
	private c = 0x34567890

	constructor(password: string) {
		Buffer.from(password).forEach((byte) => this.turn(byte))
	}

	encrypt(data: Buffer): Buffer {
		return Buffer.from(data.map((byte) => {
			const key = (this.c | 2) & 0xffff
			const cipher = byte ^ (Math.imul(key, key ^ 1) >>> 8 & 0xff)
			this.turn(byte)
			return cipher
		}))
	}

	private turn(byte: number): void {
		this.a = step(this.a, byte)
		this.b = Math.imul(this.b + (this.a & 0xff), 134775813) + 1 >>> 0
		this.c = step(this.c, this.b >>> 24)
	}
}
