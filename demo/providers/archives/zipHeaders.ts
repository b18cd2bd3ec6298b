/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** What the headers of one entry say, true or not. */
export interface Head {
	name: Buffer
	flags: number
	method: number
	modified: number
	crc: number
	compressed: number
	size: number
	/** Where the local header is. */
	offset: number
	mode: number
	zip64: boolean
}

export const ENCRYPTED = 1
export const DESCRIPTOR = 8
export const UTF8 = 0x800
const FULL = 0xffffffff

function dosTime(time: number): { date: number, time: number } {
	const at = new Date(Math.max(time, Date.UTC(1980, 0, 1)))
	return {
		date: (at.getUTCFullYear() - 1980) << 9 | (at.getUTCMonth() + 1) << 5 | at.getUTCDate(),
		time: at.getUTCHours() << 11 | at.getUTCMinutes() << 5 | at.getUTCSeconds() >> 1,
	}
}

function needed(head: Head): number {
	return head.zip64 ? 45 : 20
}

function zip64Extra(...values: number[]): Buffer {
	const extra = Buffer.alloc(4 + 8 * values.length)
	extra.writeUInt16LE(1)
	extra.writeUInt16LE(8 * values.length, 2)
	values.forEach((value, index) => extra.writeBigUInt64LE(BigInt(value), 4 + 8 * index))
	return extra
}

/** The part that local and central headers have in common. */
function middle(head: Head, buffer: Buffer, at: number, extra: Buffer): void {
	const { date, time } = dosTime(head.modified)
	const later = (head.flags & DESCRIPTOR) !== 0 && at === 4
	buffer.writeUInt16LE(needed(head), at)
	buffer.writeUInt16LE(head.flags, at + 2)
	buffer.writeUInt16LE(head.method, at + 4)
	buffer.writeUInt16LE(time, at + 6)
	buffer.writeUInt16LE(date, at + 8)
	buffer.writeUInt32LE(later ? 0 : head.crc, at + 10)
	buffer.writeUInt32LE(head.zip64 ? FULL : later ? 0 : head.compressed, at + 14)
	buffer.writeUInt32LE(head.zip64 ? FULL : later ? 0 : head.size, at + 18)
	buffer.writeUInt16LE(head.name.length, at + 22)
	buffer.writeUInt16LE(extra.length, at + 24)
}

export function localHeader(head: Head): Buffer {
	const later = (head.flags & DESCRIPTOR) !== 0
	const extra = head.zip64 ? zip64Extra(later ? 0 : head.size, later ? 0 : head.compressed) : Buffer.alloc(0)
	const buffer = Buffer.alloc(30)
	buffer.writeUInt32LE(0x04034b50)
	middle(head, buffer, 4, extra)
	return Buffer.concat([buffer, head.name, extra])
}

export function centralHeader(head: Head): Buffer {
	const extra = head.zip64 ? zip64Extra(head.size, head.compressed, head.offset) : Buffer.alloc(0)
	const buffer = Buffer.alloc(46)
	buffer.writeUInt32LE(0x02014b50)
	buffer.writeUInt16LE(3 << 8 | needed(head), 4)
	middle(head, buffer, 6, extra)
	buffer.writeUInt32LE((head.mode << 16) >>> 0, 38)
	buffer.writeUInt32LE(head.zip64 ? FULL : head.offset, 42)
	return Buffer.concat([buffer, head.name, extra])
}

/** Crc and sizes after the data, for those who did not know them before. */
export function descriptor(head: Head): Buffer {
	const buffer = Buffer.alloc(head.zip64 ? 24 : 16)
	buffer.writeUInt32LE(0x08074b50)
	buffer.writeUInt32LE(head.crc, 4)
	if (head.zip64) {
		buffer.writeBigUInt64LE(BigInt(head.compressed), 8)
		buffer.writeBigUInt64LE(BigInt(head.size), 16)
	} else {
		buffer.writeUInt32LE(head.compressed, 8)
		buffer.writeUInt32LE(head.size, 12)
	}
	return buffer
}

/** The end of the archive, in the large form too where the small one cannot say it. */
export function endOfArchive(count: number, offset: number, size: number, zip64: boolean): Buffer {
	const large = zip64 || count >= 0xffff || offset + size >= FULL
	const end = Buffer.alloc(22)
	end.writeUInt32LE(0x06054b50)
	end.writeUInt16LE(large ? 0xffff : count, 8)
	end.writeUInt16LE(large ? 0xffff : count, 10)
	end.writeUInt32LE(large ? FULL : size, 12)
	end.writeUInt32LE(large ? FULL : offset, 16)
	if (!large) {
		return end
	}
	const end64 = Buffer.alloc(56 + 20)
	end64.writeUInt32LE(0x06064b50)
	end64.writeBigUInt64LE(44n, 4)
	end64.writeUInt16LE(3 << 8 | 45, 12)
	end64.writeUInt16LE(45, 14)
	end64.writeBigUInt64LE(BigInt(count), 24)
	end64.writeBigUInt64LE(BigInt(count), 32)
	end64.writeBigUInt64LE(BigInt(size), 40)
	end64.writeBigUInt64LE(BigInt(offset), 48)
	end64.writeUInt32LE(0x07064b50, 56)
	end64.writeBigUInt64LE(BigInt(offset + size), 64)
	end64.writeUInt32LE(1, 72)
	return Buffer.concat([end64, end])
}
