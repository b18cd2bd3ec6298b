/**
 * SPDX-FileCopyrightText: 2026 Compagnon contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

import { Random } from './random.ts'

interface Place<T> {
	list: T[]
	at: number
	/** What was asked for: a token is good for that only. */
	asked: string
}

const KEPT = 500

/** Opaque tokens, each for a place in a list as it was when it was first asked for. */
export class Pages<T> {
	private readonly places = new Map<string, Place<T>>()
	private readonly random: Random
	private readonly prefix: string

	constructor(seed: string, prefix: string) {
		this.random = new Random(seed)
		this.prefix = prefix
	}

	keep(list: T[], at: number, asked: string): string {
		const token = this.prefix + this.random.id(40)
		this.places.set(token, { list, at, asked })
		const oldest = this.places.keys().next().value
		if (this.places.size > KEPT && oldest !== undefined) {
			this.places.delete(oldest)
		}
		return token
	}

	find(token: string, asked: string): Place<T> | undefined {
		const place = this.places.get(token)
		return place?.asked === asked ? place : undefined
	}
}
